package dev.aftersales.claims.evidence;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How uploads are kept: the facts here, the bytes in GridFS under the same id. */
final class UploadType {

    /** Machine time from when on the upload counts as left behind. Only the sweep searches by it, across vendors. */
    static final String UNCLAIMED_SINCE = "unclaimedSince";

    static final AggregateType<Upload> TYPE = AggregateType.of("evidence-uploads", Upload.class, Upload::vendor)
            .indexedBy(UploadType::fields)
            .withIndex(Indexes.ascending(UNCLAIMED_SINCE));

    private UploadType() {}

    private static Map<String, @Nullable Object> fields(Upload upload) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(UNCLAIMED_SINCE, upload.unclaimedSince().orElse(null));
        return fields;
    }
}
