#include "obligation/target/number_heir.hpp"

#include "audit/api.hpp"
#include "obligation/target/test/office.hpp"
#include "obligation/test/province.hpp"

namespace caicach::obligation
{
namespace
{

/// STP, of a plan that SNV coordinates, stated 850 of 1,000; then SYT took 60 of a hundred of it
/// over, STC the rest.
struct Split {
    App app{};
    testing::TargetInForce target{};

    Split()
    {
        auto context = app.system_context();
        target = testing::target_of(context, "STP", "SNV");
        auto officer = app.as(Role::agency_officer, "STP");
        const auto measure = between(officer.get(page()), "so-lieu?muc=", "&");
        const auto fields = with(good(measure), "co-quan", "STP");
        REQUIRE(officer.post(page() + "/so-lieu", fields).status == 303);
        MUST(organisation::seed_reorganisations(
            context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-03-10;dissolve;STP;SYT=60|STC=40;;;;Nghị quyết số 15/NQ-HĐND\n"));
    }
    [[nodiscard]] std::string page() const
    {
        return "/chi-tieu/" + target.plan_code + "/" + target.code;
    }
    [[nodiscard]] std::string form() const
    {
        return "/chi-tieu/" + target.plan_code + "/chia-tach";
    }
    [[nodiscard]] std::string list() const { return "/theo-doi/" + target.plan_code + "/chi-tieu"; }
};

Fields said(std::string_view heir, std::string_view seen = "0")
{
    return {{"agency", "STP"},
            {"heir", std::string{heir}},
            {"source", "Biên bản bàn giao ngày 12/3/2026"},
            {"seen", std::string{seen}}};
}

constexpr std::string_view asks = "Nêu cơ quan tiếp nối số liệu";

}  // namespace

TEST_CASE("numbers of an agency that was split are in nobody's until it is said who goes on")
{
    Split split;
    auto leader = split.app.as(Role::coordinator, "SNV");
    CHECK(has(leader.get(split.list()), "Sở Tư pháp đã chia, tách"));
    CHECK(has(leader.get(split.list()), asks));
    CHECK(has(leader.get(split.page()), asks));
    CHECK_FALSE(has(leader.get(split.page()), "; gồm số của Sở Tư pháp"));
    const auto form = leader.get(split.form());
    REQUIRE(form.status == 200);
    CHECK(has(form, "Chưa ai nêu"));
    CHECK(has(form, "Sở Y tế, Sở Tài chính"));
    auto overseer = split.app.as(Role::overseer, "SNV");
    CHECK_FALSE(has(overseer.get(split.list()), asks));

    CHECK(leader.post(split.form(), said("SYT")).status == 303);
    CHECK(has(leader.get(split.page()), "; gồm số của Sở Tư pháp"));
    CHECK_FALSE(has(leader.get(split.page()), asks));
    CHECK_FALSE(has(leader.get(split.list()), "đã chia, tách: số đã báo"));
    CHECK(has(leader.get(split.form()), "Biên bản bàn giao ngày 12/3/2026"));
    CHECK(leader.post(split.form(), said("STC")).status == 409);  // made of what stood before
    CHECK(leader.post(split.form(), said("", "1")).status == 303);
    CHECK_FALSE(has(leader.get(split.page()), "; gồm số của Sở Tư pháp"));
    CHECK(has(leader.get(split.form()), "Không cơ quan nào; mỗi nơi tự ghi"));
    CHECK_FALSE(has(leader.get(split.list()), "đã chia, tách: số đã báo"));  // asked no more
}

TEST_CASE("only who leads a plan's targets says who goes on with numbers, and only of the heirs")
{
    Split split;
    for (auto visitor :
         {split.app.as(Role::coordinator, "SYT"), split.app.as(Role::agency_head, "SYT"),
          split.app.as(Role::overseer, "SNV")}) {
        CHECK(visitor.get(split.form()).status == 403);
        CHECK(visitor.post(split.form(), said("SYT")).status == 403);
    }
    auto leader = split.app.as(Role::coordinator, "SNV");
    CHECK(leader.post_without_token(split.form(), said("SYT")).status == 403);
    const auto stranger = leader.post(split.form(), said("SGDDT"));
    CHECK(stranger.status == 422);
    CHECK(has(stranger, "href=\"#heir\""));
    CHECK(has(stranger, "Biên bản bàn giao ngày 12/3/2026"));
    auto without = said("SYT");
    without[2].second = " ";
    const auto refused = leader.post(split.form(), without);
    CHECK(refused.status == 422);
    CHECK(has(refused, "Chưa ghi căn cứ"));
    auto whole = said("SYT");
    whole[0].second = "SNV";
    CHECK(leader.post(split.form(), whole).status == 422);
    auto context = split.app.system_context();
    auto transaction = MUST(context.begin());
    CHECK(MUST(NumberHeirStore{transaction}.of_plan(split.target.plan)).empty());
}

TEST_CASE("who said who goes on with numbers stands in the audit, and the heir is told")
{
    Split split;
    auto head = split.app.as(Role::agency_head, "SYT");
    auto leader = split.app.as(Role::coordinator, "SNV");
    REQUIRE(leader.post(split.form(), said("SYT")).status == 303);
    auto context = split.app.system_context();
    auto transaction = MUST(context.read());
    const auto all = MUST(NumberHeirStore{transaction}.of_plan(split.target.plan));
    REQUIRE(all.size() == 1);
    CHECK(all.front().version == 1);
    const auto plan = MUST(plan::summary_of(transaction, split.target.plan));
    const auto lines =
        MUST(audit::entries_of(transaction, "plan.edition", plan.edition.value, {.size = 3}));
    REQUIRE(!lines.empty());
    CHECK(lines.front().action == "obligation.number_heir.stated");
    CHECK(lines.front().actor_account == all.front().account);
    CHECK(has(head.get("/thong-bao"), "tiếp nối số liệu chỉ tiêu của Sở Tư pháp"));
}

TEST_CASE("a statement of who goes on with numbers is kept once, and changed by its version alone")
{
    in_province([](Province& province) {
        auto transaction = MUST(province.context.begin());
        NumberHeirStore store{transaction};
        NumberHeir heir{.plan = plan::PlanId{7},
                        .agency = province.agency("STP"),
                        .heir = province.agency("SYT"),
                        .source = "Biên bản",
                        .stated_at = province.context.now()};
        MUST(store.save(heir));
        heir.version = 1;
        heir.heir = {};
        MUST(store.save(heir));
        CHECK(!store.save(heir));
        const auto all = MUST(store.of_plan(plan::PlanId{7}));
        REQUIRE(all.size() == 1);
        CHECK(all.front().version == 2);
        CHECK(stated_heirs(all).empty());
        CHECK(MUST(store.of_plan(plan::PlanId{8})).empty());
    });
}

}  // namespace caicach::obligation
