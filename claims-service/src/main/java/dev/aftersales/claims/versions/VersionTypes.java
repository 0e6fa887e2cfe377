package dev.aftersales.claims.versions;

import com.mongodb.client.model.Indexes;
import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.contracts.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How versions, their order and their notices are kept. */
final class VersionTypes {

    static final AggregateType<PolicyVersion> VERSIONS = AggregateType.of(
                    "policy-versions", PolicyVersion.class, PolicyVersion::vendor)
            .tellingOn(Topic.POLICIES)
            .indexedBy(VersionTypes::ofVersion)
            .withIndex(Indexes.ascending("vendor", "_id"))
            .withIndex(Indexes.ascending("noticeOpen"))
            .withIndex(Indexes.ascending("revocationOpen"));

    /** One document for each vendor, under the vendor's name. */
    static final AggregateType<Succession> SUCCESSIONS =
            AggregateType.of("policy-successions", Succession.class, Succession::vendor);

    static final AggregateType<NoticeRequest> NOTICES = AggregateType.of(
                    "policy-notices", NoticeRequest.class, NoticeRequest::vendor)
            .tellingOn(Topic.POLICY_NOTICES)
            .indexedBy(VersionTypes::ofNotice)
            .withIndex(Indexes.ascending("vendor", "policyVersion", "number"))
            .withIndex(Indexes.ascending("vendor", "told"));

    private VersionTypes() {}

    /** The customer as told of the version. */
    static String told(String version, String customer) {
        return version + "/" + customer;
    }

    /** The organisation as told of the version; no customer's id has a slash. */
    static String toldOrganisation(String version, String organisation) {
        return version + "/organisation/" + organisation;
    }

    private static Map<String, @Nullable Object> ofVersion(PolicyVersion version) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        if (version.stage() instanceof Stage.Noticed noticed && noticed.notice().open()) {
            fields.put("noticeOpen", true);
        }
        if (version.stage() instanceof Stage.Withdrawn withdrawn && withdrawn.isRevoking()) {
            fields.put("revocationOpen", true);
        }
        return fields;
    }

    private static Map<String, @Nullable Object> ofNotice(NoticeRequest request) {
        return Map.of(
                "policyVersion",
                request.policyVersion(),
                "number",
                request.number(),
                "told",
                Stream.concat(
                                request.recipients().stream()
                                        .map(one -> told(
                                                request.policyVersion(),
                                                one.customer().id())),
                                request.organisations().stream()
                                        .map(one -> toldOrganisation(request.policyVersion(), one.organisation())))
                        .toList());
    }
}
