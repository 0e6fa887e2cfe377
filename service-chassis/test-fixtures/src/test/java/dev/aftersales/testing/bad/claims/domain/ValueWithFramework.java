package dev.aftersales.testing.bad.claims.domain;

import org.springframework.core.io.Resource;

record ValueWithFramework(Resource content) {}
