package dev.aftersales.testing.good.claims.intake;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;

@Controller
class ClaimController {
    record Upload(Resource content) {}
}
