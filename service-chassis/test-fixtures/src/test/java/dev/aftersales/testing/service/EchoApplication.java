package dev.aftersales.testing.service;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The smallest service: it says back what it was told. */
@SpringBootApplication
class EchoApplication {

    static final AtomicInteger STARTED = new AtomicInteger();

    EchoApplication() {
        STARTED.incrementAndGet();
    }

    @RestController
    static class EchoController {

        @GetMapping("/whoami/{id}")
        String authorization(@RequestHeader("Authorization") String authorization) {
            return "{\"authorization\":\"" + authorization + "\"}";
        }

        @PostMapping("/files")
        String upload(@RequestParam MultipartFile file) throws IOException {
            return file.getOriginalFilename() + " " + file.getContentType() + " " + new String(file.getBytes());
        }
    }
}
