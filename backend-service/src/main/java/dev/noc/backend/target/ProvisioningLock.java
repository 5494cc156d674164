package dev.noc.backend.target;

/** Lets one backend at a time provision the targets, until the end of the current transaction. */
interface ProvisioningLock {

    void own();
}
