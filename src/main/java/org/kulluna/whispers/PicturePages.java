package org.kulluna.whispers;

import java.time.Duration;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures by their address; what one shows never changes. */
@Controller
class PicturePages {
    private final Pictures pictures;

    PicturePages(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/whispers/pictures/{id}")
    ResponseEntity<byte[]> picture(Viewer viewer, @PathVariable String id) {
        Picture.File file = pictures.get(viewer, Ids.parse(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.picture().mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }
}
