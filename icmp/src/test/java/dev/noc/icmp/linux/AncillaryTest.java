package dev.noc.icmp.linux;

import static java.nio.ByteOrder.nativeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AncillaryTest {

    private final Ancillary ancillary = new Ancillary(Family.IPV4);

    @Test
    void readsAStampAndAnError() {
        read(twoMessages());

        assertThat(ancillary.stamp).isEqualTo(5_000_000_007L);
        assertThat(ancillary.errno).isEqualTo(Linux.EHOSTUNREACH);
        assertThat(ancillary.origin).isEqualTo(Linux.SO_EE_ORIGIN_ICMP);
        assertThat(ancillary.type).isEqualTo(3);
        assertThat(ancillary.code).isEqualTo(1);
        assertThat(ancillary.offender().getHostAddress()).isEqualTo("10.50.1.2");
    }

    @Test
    void forgetsWhatTheLastMessageHad() {
        read(twoMessages());

        read(ByteBuffer.allocate(0));

        assertThat(ancillary.stamp).isZero();
        assertThat(ancillary.origin).isZero();
    }

    @Test
    void stopsAtALengthThatCannotBe() {
        var tooLong = twoMessages();
        tooLong.putLong(64, 4000);
        read(tooLong);
        assertThat(ancillary.stamp).isEqualTo(5_000_000_007L);
        assertThat(ancillary.origin).isZero();

        var empty = twoMessages();
        empty.putLong(0, 0);
        read(empty);
        assertThat(ancillary.stamp).isZero();
    }

    @Test
    void leavesOutAnErrorThatIsCutOff() {
        var shorter = twoMessages();
        shorter.putLong(64, 24);
        read(shorter);

        assertThat(ancillary.origin).isZero();
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            var bytes = twoMessages();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                bytes.put(random.nextInt(bytes.capacity()), (byte) random.nextInt());
            }
            read(bytes.slice(0, random.nextInt(bytes.capacity() + 1)));
            assertThat(ancillary.offender()).isNotNull();
        }
    }

    private void read(ByteBuffer control) {
        ancillary.read(MemorySegment.ofBuffer(control.clear()), 0, control.capacity());
    }

    private static ByteBuffer twoMessages() {
        var control = ByteBuffer.allocate(64 + 48).order(nativeOrder());
        control.putLong(64).putInt(Linux.SOL_SOCKET).putInt(Linux.SO_TIMESTAMPING);
        control.putLong(5).putLong(7).position(64);
        control.putLong(48).putInt(Linux.SOL_IP).putInt(Linux.IP_RECVERR);
        control.putInt(Linux.EHOSTUNREACH).put((byte) Linux.SO_EE_ORIGIN_ICMP).put((byte) 3);
        control.put((byte) 1).put((byte) 0).putInt(0).putInt(0);
        control.putShort((short) Linux.AF_INET).putShort((short) 0);
        control.put(new byte[] {10, 50, 1, 2});
        return control;
    }
}
