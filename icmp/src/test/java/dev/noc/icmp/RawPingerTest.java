package dev.noc.icmp;

import static dev.noc.icmp.lab.Network.NEAR;

import dev.noc.icmp.lab.Network;
import dev.noc.icmp.linux.Mode;

/** As root. */
class RawPingerTest extends NativePingerContract {

    RawPingerTest() throws Exception {}

    @Override
    NativePinger open(Network network) throws Exception {
        return network.on(NEAR, () -> new NativePinger(Mode.RAW));
    }
}
