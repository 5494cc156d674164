package dev.noc.icmp.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one message costs to write and to read. In the codec's package, whose business it is alone. */
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EchoCodecBenchmark {

    private static final int PAYLOAD = 56;
    private static final int LINK_AND_IP_HEADER = 14 + 20;
    private static final int REQUEST_AT = 0;
    private static final int REPLY_AT = 256;
    private static final int COPY_AT = 512;

    private final EchoCodec codec = new EchoCodec(Family.IPV4, 0x0123_4567_89ab_cdefL);
    private final MemorySegment memory = Arena.ofAuto().allocate(1024, 8);
    private final int length = codec.write(memory, REQUEST_AT, 7, 1, PAYLOAD);
    private long token;

    public EchoCodecBenchmark() {
        codec.write(memory, REPLY_AT, 7, 1, PAYLOAD);
        Bytes.put8(memory, REPLY_AT, Family.IPV4.echoReply);
        codec.write(memory, COPY_AT + LINK_AND_IP_HEADER, 7, 1, PAYLOAD);
    }

    /** A request, for a datagram socket. */
    @Benchmark
    public int write() {
        return codec.write(memory, REQUEST_AT, 7, token++, PAYLOAD);
    }

    /** A request with its checksum, for a raw socket. */
    @Benchmark
    public int writeAndSeal() {
        int written = codec.write(memory, REQUEST_AT, 7, token++, PAYLOAD);
        EchoCodec.seal(memory, REQUEST_AT, written);
        return written;
    }

    @Benchmark
    public long readReply() {
        return codec.tokenOfReply(memory, REPLY_AT, length);
    }

    /** The copy of a request that comes with its time stamp. */
    @Benchmark
    public long readCopy() {
        return codec.token(memory, COPY_AT, LINK_AND_IP_HEADER + length);
    }
}
