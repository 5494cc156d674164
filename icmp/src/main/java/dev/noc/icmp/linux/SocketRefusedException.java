package dev.noc.icmp.linux;

/** The kernel does not give us the socket that we want. */
public final class SocketRefusedException extends Exception {

    private final int errno;

    SocketRefusedException(String what, int errno) {
        super("%s: errno %d".formatted(what, errno));
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }

    /** Says whether another user, or a wider {@code ping_group_range}, would be let in. */
    public boolean forbidden() {
        return errno == Linux.EPERM || errno == Linux.EACCES;
    }
}
