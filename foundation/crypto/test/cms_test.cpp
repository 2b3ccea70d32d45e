#include "crypto/cms.hpp"

#include <doctest/doctest.h>

#include <string>

#include "signing_people.hpp"

namespace caicach::crypto::testing
{

namespace
{

constexpr const char* signer = "Lê_Văn_Tám";
const std::string content = "Báo cáo số 05/BC-SNV";
const auto now = instant_from_iso("2026-01-06T00:00:00.000000Z");

struct Desk {
    SigningPeople people{};
    TrustedAuthorities authorities{people.authorities()};

    Desk()
    {
        people.add(signer);
        people.add("Người_khác");
        people.add("Đã_hết_hạn", {"--to", "2025-12-31"});
        people.add("Không_để_ký", {"--use", "other"});
    }
    [[nodiscard]] CmsCheck check() const { return {.authorities = &authorities, .now = now}; }
};
/// As if somebody had locked it: nobody is at a terminal to be asked.
std::string text_with_password(std::string pem)
{
    const auto at = pem.find('\n') + 1;
    pem.insert(at,
               "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00000000000000000000000000000000"
               "\n\n");
    return pem;
}

/// Keys are made once for all tests.
const Desk& desk()
{
    static const Desk one;
    return one;
}

}  // namespace

TEST_CASE("a signature says who made it, when, and that the content is what was signed")
{
    const auto signature =
        desk().people.sign(signer, content, {"--time", "2026-01-05T09:30:00+07:00"});
    const auto verdict = MUST(verify_cms(signature, content, desk().check()));
    CHECK(verdict.integrity == CmsIntegrity::intact);
    CHECK(verdict.trust == CmsTrust::trusted);
    CHECK(verdict.signer.name == "Lê Văn Tám");
    CHECK(verdict.signer.organisation == "UBND tỉnh Sông Lam");
    CHECK(verdict.signer.issuer == "Tổ chức chứng thực mẫu");
    CHECK(verdict.signer.serial.size() > 8);
    CHECK(to_iso(verdict.signer.valid_from) == "2025-01-01T00:00:00.000000Z");
    CHECK(to_iso(verdict.signer.valid_to) == "2030-01-01T00:00:00.000000Z");
    REQUIRE(verdict.claimed_at);
    CHECK(to_iso(*verdict.claimed_at) == "2026-01-05T02:30:00.000000Z");
    // Another program says the same.
    CHECK(desk()
              .people
              .asked({"openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in",
                      "SIGNATURE", "-content", "CONTENT", "-CAfile", "AUTHORITY", "-purpose", "any",
                      "-out", "/dev/null"},
                     content, signature)
              .find("CAdES Verification successful") != std::string::npos);
}

TEST_CASE("of another content, a changed signature or another's certificate, it is altered")
{
    const auto& people = desk().people;
    const auto signature = people.sign(signer, content);
    CHECK(MUST(verify_cms(signature, content, desk().check())).integrity == CmsIntegrity::intact);
    CHECK(MUST(verify_cms(signature, content + " ", desk().check())).integrity ==
          CmsIntegrity::altered);
    CHECK(MUST(verify_cms(signature, "", desk().check())).integrity == CmsIntegrity::altered);
    auto changed = signature;
    changed[changed.size() - 5] = static_cast<char>(changed[changed.size() - 5] ^ 1);
    CHECK(MUST(verify_cms(changed, content, desk().check())).integrity == CmsIntegrity::altered);
    const auto of_another = people.sign(signer, content, {"--names", "Người_khác"});
    const auto verdict = MUST(verify_cms(of_another, content, desk().check()));
    CHECK(verdict.integrity == CmsIntegrity::altered);
    // That it names its certificate is asked of CAdES alone.
    const auto plain = people.sign(signer, content, {"--plain"});
    CHECK(MUST(verify_cms(plain, content, desk().check())).integrity == CmsIntegrity::altered);
    auto check = desk().check();
    check.profile = CmsProfile::plain;
    CHECK(MUST(verify_cms(plain, content, check)).integrity == CmsIntegrity::intact);
}

TEST_CASE("a message whose digest nobody knows is altered, and leaves nothing behind")
{
    auto unknown = desk().people.sign(signer, content);
    const std::string sha256 = "\x60\x86\x48\x01\x65\x03\x04\x02\x01";
    const auto named = unknown.find(sha256);
    REQUIRE(named != std::string::npos);
    unknown[named + sha256.size() - 1] = '\x63';
    // What is left behind is told by the sanitized build.
    const auto verdict = MUST(verify_cms(unknown, content, desk().check()));
    CHECK(verdict.integrity == CmsIntegrity::altered);
}

TEST_CASE("a signature by a hash that can be forged is weak")
{
    const auto signature = desk().people.sign(signer, content, {"--digest", "sha1"});
    CHECK(MUST(verify_cms(signature, content, desk().check())).integrity == CmsIntegrity::weak);
}

TEST_CASE("trusted is whom an authority of the operator certified, for the time of the signature")
{
    const auto& people = desk().people;
    const auto trust = [&](const std::string& signature, const CmsCheck& check) {
        const auto verdict = MUST(verify_cms(signature, content, check));
        CHECK(verdict.integrity == CmsIntegrity::intact);
        return verdict.trust;
    };
    const auto signature = people.sign(signer, content);
    CHECK(trust(signature, {.now = now}) == CmsTrust::unknown);
    const SigningPeople strangers;
    const auto others = strangers.authorities();
    CHECK(trust(signature, {.authorities = &others, .now = now}) == CmsTrust::unknown);
    CHECK(trust(people.sign("Không_để_ký", content), desk().check()) == CmsTrust::not_to_sign);

    const auto late = people.sign("Đã_hết_hạn", content);
    CHECK(trust(late, desk().check()) == CmsTrust::expired);
    auto check = desk().check();
    check.said_at = instant_from_iso("2025-12-30T00:00:00.000000Z");
    CHECK(trust(late, check) == CmsTrust::trusted);
    const auto in_time =
        people.sign("Đã_hết_hạn", content, {"--time", "2025-12-30T08:00:00+07:00"});
    CHECK(trust(in_time, desk().check()) == CmsTrust::trusted);
    const auto too_late =
        people.sign("Đã_hết_hạn", content, {"--time", "2026-01-02T08:00:00+07:00"});
    check.said_at = instant_from_iso("2025-12-30T00:00:00.000000Z");
    CHECK(trust(too_late, check) == CmsTrust::expired);
    // Nobody signs tomorrow: a clock that goes ahead makes no certificate valid.
    people.add("Chưa_đến_hạn", {"--from", "2027-01-01"});
    const auto ahead =
        people.sign("Chưa_đến_hạn", content, {"--time", "2027-06-01T08:00:00+07:00"});
    CHECK(trust(ahead, desk().check()) == CmsTrust::expired);
}

TEST_CASE("what is no detached signature of one signer is refused")
{
    const auto signature = desk().people.sign(signer, content);
    for (const auto& broken :
         {std::string{}, std::string{"abc"}, signature.substr(0, signature.size() / 2),
          std::string(100'000, '0'), desk().people.authority()}) {
        const auto refused = verify_cms(broken, content, desk().check());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "crypto.cms.malformed");
    }
    // A place that was larger than what stands in it.
    CHECK(verify_cms(signature + std::string(500, '\0'), content, desk().check()));
}

TEST_CASE("authorities are certificates one after the other, with words between them")
{
    const auto pem = desk().people.authority();
    CHECK(TrustedAuthorities::from_pem("Sở Nội vụ\n" + pem + "\nBan Cơ yếu\n" +
                                       SigningPeople{}.authority()));
    for (const auto& broken : {std::string{}, std::string{"abc"}, pem.substr(0, pem.size() / 2),
                               pem + pem.substr(0, pem.size() / 2), text_with_password(pem)}) {
        const auto refused = TrustedAuthorities::from_pem(broken);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "crypto.cms.authorities");
    }
}

}  // namespace caicach::crypto::testing
