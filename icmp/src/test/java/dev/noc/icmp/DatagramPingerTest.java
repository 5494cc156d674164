package dev.noc.icmp;

import static dev.noc.icmp.lab.Network.NEAR;

import dev.noc.icmp.lab.Network;
import dev.noc.icmp.linux.Mode;

/** As a user without any right. */
class DatagramPingerTest extends NativePingerContract {

    DatagramPingerTest() throws Exception {}

    @Override
    NativePinger open(Network network) throws Exception {
        return network.asNobodyOn(NEAR, () -> new NativePinger(Mode.DATAGRAM));
    }
}
