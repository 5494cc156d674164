package dev.noc.probe.check.http;

import java.security.GeneralSecurityException;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whose certificates are believed. */
interface Trust {

    X509ExtendedTrustManager judge() throws GeneralSecurityException;
}
