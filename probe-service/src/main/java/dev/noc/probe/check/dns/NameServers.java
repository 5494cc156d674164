package dev.noc.probe.check.dns;

import java.net.InetSocketAddress;
import java.util.List;

/** The name servers of this host. */
interface NameServers {

    int PORT = 53;

    /** Returns at least one, in the order in which they are asked. */
    List<InetSocketAddress> current();
}
