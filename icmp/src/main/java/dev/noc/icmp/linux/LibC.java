package dev.noc.icmp.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The libc calls behind {@link IcmpSocket} and {@link Alarm}: one Java method for each C function, under the same name,
 * with no policy.
 *
 * <p>Each call that is given a call state writes {@code errno} to it. Code reads it at once, from the same thread, and
 * only when the result says that the call failed.
 */
final class LibC {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option KEEP_ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(PathElement.groupElement("errno"));

    private static final MethodHandle SOCKET =
            bind("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), KEEP_ERRNO);
    private static final MethodHandle SETSOCKOPT = bind(
            "setsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), KEEP_ERRNO);
    private static final MethodHandle GETSOCKOPT = bind(
            "getsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS), KEEP_ERRNO);
    private static final MethodHandle SENDMMSG =
            bind("sendmmsg", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), KEEP_ERRNO);
    private static final MethodHandle RECVMMSG = bind(
            "recvmmsg", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS), KEEP_ERRNO);
    private static final MethodHandle PPOLL =
            bind("ppoll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS), KEEP_ERRNO);
    private static final MethodHandle EVENTFD =
            bind("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT), KEEP_ERRNO);
    private static final MethodHandle READ =
            bind("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            bind("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PRCTL =
            bind("prctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG), Linker.Option.firstVariadicArg(1));

    /** Answered in user space, without a system call, so that the JVM need not leave Java for it. */
    private static final MethodHandle CLOCK_GETTIME =
            bind("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), Linker.Option.critical(false));

    private LibC() {}

    static MemorySegment newCallState(Arena arena) {
        return arena.allocate(CALL_STATE);
    }

    static int errno(MemorySegment callState) {
        return (int) ERRNO.get(callState, 0L);
    }

    /** Returns a file descriptor, or -1. */
    static int socket(MemorySegment callState, int domain, int type, int protocol) {
        try {
            return (int) SOCKET.invokeExact(callState, domain, type, protocol);
        } catch (Throwable e) {
            throw impossible("socket", e);
        }
    }

    /** Returns 0, or -1. */
    static int setsockopt(MemorySegment callState, int fd, int level, int name, MemorySegment value, int length) {
        try {
            return (int) SETSOCKOPT.invokeExact(callState, fd, level, name, value, length);
        } catch (Throwable e) {
            throw impossible("setsockopt", e);
        }
    }

    /** Returns 0, or -1. */
    static int getsockopt(
            MemorySegment callState, int fd, int level, int name, MemorySegment value, MemorySegment length) {
        try {
            return (int) GETSOCKOPT.invokeExact(callState, fd, level, name, value, length);
        } catch (Throwable e) {
            throw impossible("getsockopt", e);
        }
    }

    /** Returns how many messages were sent, or -1 when the first could not be. */
    static int sendmmsg(MemorySegment callState, int fd, MemorySegment messages, int count, int flags) {
        try {
            return (int) SENDMMSG.invokeExact(callState, fd, messages, count, flags);
        } catch (Throwable e) {
            throw impossible("sendmmsg", e);
        }
    }

    /** Returns how many messages were received, or -1. */
    static int recvmmsg(MemorySegment callState, int fd, MemorySegment messages, int count, int flags) {
        try {
            return (int) RECVMMSG.invokeExact(callState, fd, messages, count, flags, MemorySegment.NULL);
        } catch (Throwable e) {
            throw impossible("recvmmsg", e);
        }
    }

    /** Returns how many of the descriptors are ready, 0 when the time is over, or -1. */
    static int ppoll(MemorySegment callState, MemorySegment descriptors, long count, MemorySegment timeout) {
        try {
            return (int) PPOLL.invokeExact(callState, descriptors, count, timeout, MemorySegment.NULL);
        } catch (Throwable e) {
            throw impossible("ppoll", e);
        }
    }

    /** Returns a file descriptor, or -1. */
    static int eventfd(MemorySegment callState, int count, int flags) {
        try {
            return (int) EVENTFD.invokeExact(callState, count, flags);
        } catch (Throwable e) {
            throw impossible("eventfd", e);
        }
    }

    /** Returns how many bytes were read, or -1. */
    static long read(int fd, MemorySegment buffer, long length) {
        try {
            return (long) READ.invokeExact(fd, buffer, length);
        } catch (Throwable e) {
            throw impossible("read", e);
        }
    }

    /** Returns how many bytes were written, or -1. */
    static long write(int fd, MemorySegment buffer, long length) {
        try {
            return (long) WRITE.invokeExact(fd, buffer, length);
        } catch (Throwable e) {
            throw impossible("write", e);
        }
    }

    /** Returns 0, or -1. */
    static int close(int fd) {
        try {
            return (int) CLOSE.invokeExact(fd);
        } catch (Throwable e) {
            throw impossible("close", e);
        }
    }

    /** Returns 0 for the options used here, or -1. */
    static int prctl(int option, long argument) {
        try {
            return (int) PRCTL.invokeExact(option, argument);
        } catch (Throwable e) {
            throw impossible("prctl", e);
        }
    }

    /** Writes seconds and nanoseconds, each as 64 bits. Returns 0, or -1. */
    static int clock_gettime(int clock, MemorySegment time) {
        try {
            return (int) CLOCK_GETTIME.invokeExact(clock, time);
        } catch (Throwable e) {
            throw impossible("clock_gettime", e);
        }
    }

    private static AssertionError impossible(String function, Throwable e) {
        return new AssertionError("a downcall to %s threw".formatted(function), e);
    }

    private static MethodHandle bind(String function, FunctionDescriptor signature, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(function), signature, options);
    }
}
