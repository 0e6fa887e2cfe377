/** Owns what is public: the table of routes, where each leads, whom it admits and how much it takes. */
@NullMarked
package dev.aftersales.gateway.routes;

import org.jspecify.annotations.NullMarked;
