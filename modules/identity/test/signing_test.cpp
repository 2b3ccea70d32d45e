#include "acting_fixture.hpp"
#include "identity/signers/signer.hpp"
#include "identity/signers/signer_handlers.hpp"

namespace caicach::identity
{
namespace
{

using testing::day;
using testing::has;
using testing::in_province;
using testing::post_of;
using testing::Province;

Signer signer(std::string_view form)
{
    return {.agency = {1},
            .form = std::string(form),
            .name = "Lê Văn Tám",
            .collective = {},
            .head_title = "Chủ tịch",
            .own_title = "Phó Chủ tịch",
            .matters = {},
            .document = "QĐ 5",
            .account = {},
            .validity = {day(3, 1), day(3, 31)}};
}

std::vector<std::string> lines_of(const Signer& signer)
{
    const auto block = signature_block(signer, signing_forms_on(day(3, 15)));
    return block ? block->lines : std::vector<std::string>{};
}

using Lines = std::vector<std::string>;

/// What the form of a deputy of health sends.
testing::Fields deputy_of(const std::string& agency)
{
    return {{"agency", agency},
            {"form", "deputy"},
            {"name", "Lê Văn Tám"},
            {"head_title", "Giám đốc"},
            {"own_title", "Phó Giám đốc"},
            {"from", "01/03/2026"}};
}

std::string code_of(Province& province, organisation::AgencyId agency)
{
    auto transaction = MUST(province.office.services.database->read());
    return MUST(organisation::agency_by_id(transaction, agency, day(3, 15))).code;
}

}  // namespace

TEST_CASE("the lines above a signature are those of Nghị định 30/2020/NĐ-CP")
{
    CHECK(lines_of(signer("head")) == Lines{"CHỦ TỊCH"});
    CHECK(lines_of(signer("acting")) == Lines{"Q. CHỦ TỊCH"});
    CHECK(lines_of(signer("deputy")) == Lines{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"});
    auto office = signer("order");
    office.own_title = "Chánh Văn phòng";
    CHECK(lines_of(office) == Lines{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"});
    auto director = signer("authority");
    director.own_title = "Giám đốc Sở Nội vụ";
    CHECK(lines_of(director) == Lines{"TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"});
    auto collective = signer("deputy");
    collective.collective = "Ủy ban nhân dân";
    CHECK(lines_of(collective) == Lines{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"});
}

TEST_CASE("no form holds before its law does, and \"TM.\" alone is no way to sign")
{
    CHECK(signing_forms_on(*Date::create(2020, 3, 4)).empty());
    CHECK(signing_forms_on(*Date::create(2020, 3, 5)).size() == 6);
    for (const auto& form : signing_forms_on(day(3, 15)))
        CHECK(form.source.find("30/2020/NĐ-CP") != std::string::npos);
    CHECK_FALSE(signature_block(signer("deputy"), signing_forms_on(*Date::create(2019, 1, 1))));
    CHECK_FALSE(signature_block(signer("collective"), signing_forms_on(day(3, 15))));
    CHECK_FALSE(signature_block(signer("x"), signing_forms_on(day(3, 15))));
}

TEST_CASE("to sign by authority needs an end and a document, by order a document")
{
    const auto keys = [](const Signer& wanted) {
        std::vector<std::string> all;
        const auto faults = faults_of(wanted);
        all.reserve(faults.size());
        for (const auto& fault : faults) all.push_back(fault.key);
        return all;
    };
    auto authority = signer("authority");
    CHECK(keys(authority).empty());
    authority.validity.to = {};
    authority.document = " ";
    CHECK(keys(authority) == Lines{"identity.signer.document", "identity.signer.end_missing"});
    auto order = signer("order");
    order.document.clear();
    CHECK(keys(order) == Lines{"identity.signer.document"});
    auto deputy = signer("deputy");
    deputy.own_title.clear();
    deputy.head_title.clear();
    CHECK(keys(deputy) == Lines{"identity.signer.head_title", "identity.signer.own_title"});
    auto backwards = signer("head");
    backwards.validity.to = day(2, 1);
    CHECK(keys(backwards) == Lines{"identity.signer.backwards"});
    CHECK(keys(signer("collective")) == Lines{"identity.signer.form"});
}

TEST_CASE("an agency has one head at a time; a report asks who signs on its day")
{
    in_province([](Province& province) {
        auto context = province.office.system_account();
        auto transaction = MUST(context.begin());
        auto head = signer("head");
        head.agency = province.health;
        head.head_title = "Giám đốc";
        MUST(add_signer(context, transaction, head));
        auto acting = head;
        acting.form = "acting";
        CHECK(add_signer(context, transaction, acting).error().key == "identity.signer.head_taken");
        acting.validity = {day(4, 1), {}};
        acting.name = "Hà Thị Mơ";
        MUST(add_signer(context, transaction, acting));
        const auto of = [&](std::string_view form, Date on) {
            return MUST(signature_of(transaction, province.health, form, on));
        };
        CHECK(of("head", day(3, 15)) == SignatureBlock{{"GIÁM ĐỐC"}, "Lê Văn Tám"});
        CHECK_FALSE(of("head", day(4, 1)));
        CHECK(of("acting", day(4, 1)) == SignatureBlock{{"Q. GIÁM ĐỐC"}, "Hà Thị Mơ"});
        CHECK_FALSE(of("deputy", day(3, 15)));
        CHECK(MUST(signers_on(transaction, province.finance, day(3, 15))).empty());
    });
}

TEST_CASE("the page previews without keeping, adds, and ends; for the own branch only")
{
    in_province([](Province& province) {
        const auto agency = code_of(province, province.health);
        auto context = province.office.person(province.of_health);
        auto fields = deputy_of(agency);
        fields.push_back({"preview", "1"});
        const auto preview = MUST(post_signer(context, post_of("/x", fields)));
        CHECK(preview.status == 200);
        CHECK(has(preview, "KT. GIÁM ĐỐC"));
        const auto all = [&] {
            auto transaction = MUST(context.read());
            return MUST(signers_of(transaction, province.health));
        };
        CHECK(all().empty());
        CHECK(MUST(post_signer(context, post_of("/x", deputy_of(agency)))).status == 303);
        REQUIRE(all().size() == 1);
        CHECK(province.office.remembered.lines.back().starts_with("identity.signer.added"));
        // Without "co-quan" it is the agency acted for.
        const auto page =
            MUST(show_signers(context, testing::request_of(http::Method::get, "/nguoi-ky")));
        CHECK(has(page, "PHÓ GIÁM ĐỐC"));
        const auto foreign = code_of(province, province.finance);
        CHECK(post_signer(context, post_of("/x", deputy_of(foreign))).error().kind ==
              Failure::forbidden);
        const auto id = std::to_string(all()[0].id.value);
        const auto nobody = province.office.account("Vi Thảo Nhiên", province.health);
        auto other = province.office.person(nobody);
        CHECK(post_signer_end(other, post_of("/x", {{"agency", agency}, {"signer", id}}))
                  .error()
                  .kind == Failure::forbidden);
        CHECK(
            post_signer_end(context, post_of("/x", {{"agency", agency}, {"signer", id}}))->status ==
            303);
        CHECK(all()[0].validity.to == day(3, 14));
    });
}

TEST_CASE("the form of a signer names all that is wrong with it")
{
    in_province([](Province& province) {
        auto context = province.office.person(province.of_health);
        const auto answer =
            MUST(post_signer(context, post_of("/x", {{"agency", code_of(province, province.health)},
                                                     {"form", "authority"},
                                                     {"from", "01/03/2026"}})));
        CHECK(answer.status == 422);
        for (const auto* key : {"name", "head_title", "own_title", "document", "end_missing"})
            CHECK(has(answer, std::string("identity.signer.") + key));
    });
}

}  // namespace caicach::identity
