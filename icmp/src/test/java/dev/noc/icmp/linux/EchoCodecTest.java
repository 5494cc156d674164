package dev.noc.icmp.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoCodecTest {

    private static final long COOKIE = 0x0123456789abcdefL;
    private static final long TOKEN = 0x1_0002_0003L;

    private final EchoCodec codec = new EchoCodec(Family.IPV4, COOKIE);

    @Test
    void writesARequestAsRfc792HasIt() {
        var bytes = new byte[24];

        int length = codec.write(MemorySegment.ofArray(bytes), 0, 0x4242, TOKEN, 16);
        EchoCodec.seal(MemorySegment.ofArray(bytes), 0, length);

        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("0800178f" + "42420003" + "0123456789abcdef" + "0000000100020003");
    }

    @ParameterizedTest
    @EnumSource
    void readsTheTokenOfAReply(Family family) {
        var six = new EchoCodec(family, COOKIE);

        assertThat(tokenOfReply(six, reply(family))).isEqualTo(TOKEN);
    }

    @Test
    void takesNoOtherMessageForAReply() {
        var request = reply(Family.IPV4);
        request[0] = 8;
        var wrongCode = reply(Family.IPV4);
        wrongCode[1] = 1;

        assertThat(tokenOfReply(codec, request)).isEqualTo(EchoCodec.NONE);
        assertThat(tokenOfReply(codec, wrongCode)).isEqualTo(EchoCodec.NONE);
    }

    @Test
    void takesNoReplyToAnotherRun() {
        assertThat(tokenOfReply(new EchoCodec(Family.IPV4, COOKIE + 1), reply(Family.IPV4)))
                .isEqualTo(EchoCodec.NONE);
    }

    @Test
    void takesNoReplyThatIsCutOff() {
        for (int length = 0; length < 24; length++) {
            assertThat(tokenOfReply(codec, Arrays.copyOf(reply(Family.IPV4), length)))
                    .isEqualTo(EchoCodec.NONE);
        }
    }

    @Test
    void takesNoTokenThatIsNegative() {
        var reply = reply(Family.IPV4);
        reply[16] = (byte) 0x80;

        assertThat(tokenOfReply(codec, reply)).isEqualTo(EchoCodec.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 14, 18, 34, 54})
    void findsTheTokenBehindHeadersOfAnyLength(int headers) {
        var frame = new byte[headers + 64];
        codec.write(MemorySegment.ofArray(frame), headers, 1, TOKEN, 56);

        assertThat(codec.token(MemorySegment.ofArray(frame), 0, frame.length)).isEqualTo(TOKEN);
        assertThat(codec.token(MemorySegment.ofArray(frame), 0, frame.length)).isEqualTo(TOKEN);
    }

    @Test
    void findsNoTokenInAHeaderAlone() {
        var header = new byte[8];
        header[0] = 8;
        header[6] = 0x12;
        header[7] = 0x34;

        assertThat(codec.token(MemorySegment.ofArray(header), 0, 8)).isEqualTo(EchoCodec.NONE);
        assertThat(codec.sequence(MemorySegment.ofArray(header), 0, 8)).isEqualTo(0x1234);
        assertThat(codec.sequence(MemorySegment.ofArray(header), 0, 7)).isEqualTo(-1);
    }

    @Test
    void takesNoLongerRequestOfAnotherRunByItsSequenceNumber() {
        var others = new byte[64];
        new EchoCodec(Family.IPV4, COOKIE + 1).write(MemorySegment.ofArray(others), 0, 7, TOKEN, 56);

        assertThat(codec.sequence(MemorySegment.ofArray(others), 0, 64)).isEqualTo(-1);
        assertThat(codec.sequence(MemorySegment.ofArray(others), 0, 20)).isEqualTo(3);
    }

    @Test
    void seesWhetherAnIpv4PacketIsWhole() {
        var packet = packet();
        assertThat(headerLength(packet)).isEqualTo(20);

        var damaged = packet();
        damaged[40] ^= 1;
        assertThat(headerLength(damaged)).isEqualTo(-1);

        var tcp = packet();
        tcp[9] = 6;
        assertThat(headerLength(tcp)).isEqualTo(-1);

        var endless = packet();
        endless[0] = 0x4f;
        assertThat(headerLength(Arrays.copyOf(endless, 40))).isEqualTo(-1);
    }

    @Test
    void survivesAnyBytes() {
        var random = new Random(792);
        for (int i = 0; i < 200_000; i++) {
            var bytes = new byte[random.nextInt(96)];
            random.nextBytes(bytes);
            var memory = MemorySegment.ofArray(bytes);

            assertThat(tokenOfReply(codec, bytes)).isEqualTo(EchoCodec.NONE);
            assertThat(codec.token(memory, 0, bytes.length)).isEqualTo(EchoCodec.NONE);
            assertThat(codec.sequence(memory, 0, bytes.length)).isBetween(-1, 0xffff);
            assertThat(headerLength(bytes)).isLessThanOrEqualTo(60);
        }
    }

    private static byte[] reply(Family family) {
        var bytes = new byte[64];
        new EchoCodec(family, COOKIE).write(MemorySegment.ofArray(bytes), 0, 7, TOKEN, 56);
        bytes[0] = (byte) family.echoReply;
        return bytes;
    }

    private byte[] packet() {
        var bytes = new byte[20 + 64];
        bytes[0] = 0x45;
        bytes[9] = 1;
        codec.write(MemorySegment.ofArray(bytes), 20, 7, TOKEN, 56);
        EchoCodec.seal(MemorySegment.ofArray(bytes), 20, 64);
        return bytes;
    }

    private static int headerLength(byte[] packet) {
        return EchoCodec.headerLength(MemorySegment.ofArray(packet), 0, packet.length);
    }

    private static long tokenOfReply(EchoCodec codec, byte[] message) {
        return codec.tokenOfReply(MemorySegment.ofArray(message), 0, message.length);
    }
}
