package dev.noc.icmp;

import dev.noc.icmp.engine.Answer;
import dev.noc.icmp.engine.Engine;
import dev.noc.icmp.engine.Volley;
import dev.noc.icmp.linux.Endpoint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Finds the routers on the way to a target, without root and while pings run: requests that may pass only so many routers
 * are thrown away by the next one, which says so (RFC 792, time exceeded).
 */
public final class Tracer {

    private static final int MOST_HOPS = 30;

    /** Hops that are asked at once while the distance is not known, so that few requests overshoot the target. */
    private static final int STRIDE = 8;

    private final Engine engine;
    private final Names names;

    Tracer(Engine engine, Names names) {
        this.engine = engine;
        this.names = names;
    }

    /** Finds the way, and waits for that. Never fails for a reason that lies in the network: that is in the result. */
    public Trace trace(TraceRequest request) throws InterruptedException {
        try {
            var address = names.resolve(request.address(), request.prefer());
            return new Run(address, request).trace();
        } catch (UnresolvedException e) {
            return Trace.failed(null, e.fault());
        }
    }

    /** One trace: what each hop said, round by round. */
    private final class Run {

        private final InetAddress address;
        private final TraceRequest request;
        private final List<List<Answer>> answers = new ArrayList<>();
        private int length;

        Run(InetAddress address, TraceRequest request) {
            this.address = address;
            this.request = request;
        }

        Trace trace() throws InterruptedException {
            while (length < MOST_HOPS && !hasEnd()) {
                askFurther();
            }
            for (int round = 1; round < request.rounds(); round++) {
                ask(0, length);
            }
            return answers.getFirst().getFirst() instanceof Answer.Unsent unsent
                    ? Trace.failed(address, Verdict.faultOf(unsent, address.getHostAddress()))
                    : result();
        }

        private boolean hasEnd() {
            return answers.stream().flatMap(List::stream).anyMatch(Run::isEnd);
        }

        private void askFurther() throws InterruptedException {
            int from = length;
            length = Math.min(MOST_HOPS, from + STRIDE);
            ask(from, length);
            length = IntStream.range(from, length)
                    .filter(hop -> isEnd(answers.get(hop).getFirst()))
                    .map(hop -> hop + 1)
                    .findFirst()
                    .orElse(length);
        }

        private void ask(int from, int to) throws InterruptedException {
            var found = new AtomicReferenceArray<Answer>(to);
            var missing = new CountDownLatch(to - from);
            for (int hop = from; hop < to; hop++) {
                int at = hop;
                engine.submit(new Volley(Endpoint.of(address), shape(hop + 1), (index, answer) -> {
                    found.set(at, answer);
                    missing.countDown();
                }));
            }
            missing.await();
            for (int hop = from; hop < to; hop++) {
                if (hop == answers.size()) {
                    answers.add(new ArrayList<>());
                }
                answers.get(hop).add(found.get(hop));
            }
        }

        private Volley.Shape shape(int ttl) {
            return new Volley.Shape(1, 0, request.timeout().toNanos(), PingRequest.DEFAULT_SIZE, ttl);
        }

        private Trace result() {
            var hops = IntStream.range(0, length)
                    .mapToObj(hop -> new Hop(
                            hop + 1, answers.get(hop).stream().map(this::sample).toList()))
                    .toList();
            var reached = answers.get(length - 1).stream().anyMatch(Answer.Reply.class::isInstance);
            return new Trace(address, hops, reached, null);
        }

        private Hop.Sample sample(Answer answer) {
            return switch (answer) {
                case Answer.Reply reply -> new Hop.Sample(address, Verdict.duration(reply.nanos()), null, true);
                case Answer.Refused refused ->
                    new Hop.Sample(
                            refused.error().from(),
                            Verdict.duration(refused.nanos()),
                            refused.error().timeExceeded()
                                    ? null
                                    : refused.error().words(),
                            isEnd(refused));
                default -> Hop.Sample.SILENCE;
            };
        }

        /** The target itself, or someone who sends back what goes there. */
        private static boolean isEnd(Answer answer) {
            return switch (answer) {
                case Answer.Reply reply -> true;
                case Answer.Unsent unsent -> true;
                case Answer.Refused refused -> !refused.error().timeExceeded();
                default -> false;
            };
        }
    }
}
