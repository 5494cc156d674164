package dev.noc.icmp.lab;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** Calls of the C library that only tests need. A failure is an exception with the errno. */
final class Calls {

    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");
    private static final MethodHandle OPEN = bind("open", 2, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle SETNS = bind("setns", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle SOCKET = bind("socket", -1, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SETSOCKOPT =
            bind("setsockopt", -1, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle RECV = bind("recv", -1, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SENDTO =
            bind("sendto", -1, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle CLOSE = bind("close", -1, JAVA_INT);
    private static final MethodHandle SYSCALL = bind("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private Calls() {}

    static int open(String path) {
        try (var arena = Arena.ofConfined()) {
            return (int) call(OPEN, "open", arena.allocateFrom(path), 0, 0);
        }
    }

    static void setns(int fd) {
        call(SETNS, "setns", fd, 0);
    }

    static int socket(int domain, int type, int protocol) {
        return (int) call(SOCKET, "socket", domain, type, protocol);
    }

    static void setsockopt(int fd, int level, int name, MemorySegment value) {
        call(SETSOCKOPT, "setsockopt", fd, level, name, value, (int) value.byteSize());
    }

    static int recv(int fd, MemorySegment buffer) {
        return (int) call(RECV, "recv", fd, buffer, buffer.byteSize(), 0);
    }

    static void sendto(int fd, MemorySegment message, MemorySegment address) {
        call(SENDTO, "sendto", fd, message, message.byteSize(), 0, address, (int) address.byteSize());
    }

    static void close(int fd) {
        call(CLOSE, "close", fd);
    }

    /** By number, because the C library's own function would change all threads of the process. */
    static void syscall(long number, long first, long second, long third) {
        call(SYSCALL, "syscall " + number, number, first, second, third);
    }

    private static long call(MethodHandle function, String name, Object... arguments) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Linker.Option.captureStateLayout());
            var all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            long result = ((Number) function.invokeWithArguments(all)).longValue();
            if (result < 0) {
                throw new IllegalStateException(
                        "%s%s failed: errno %d".formatted(name, Arrays.toString(arguments), state.get(JAVA_INT, 0)));
            }
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandle bind(String name, int variadicFrom, MemoryLayout... parameters) {
        var result = name.equals("recv") || name.equals("sendto") || name.equals("syscall") ? JAVA_LONG : JAVA_INT;
        var options = variadicFrom < 0
                ? new Linker.Option[] {KEEP_ERRNO}
                : new Linker.Option[] {KEEP_ERRNO, Linker.Option.firstVariadicArg(variadicFrom)};
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(result, parameters),
                        options);
    }
}
