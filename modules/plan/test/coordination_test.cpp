#include "audit/api.hpp"
#include "plan/test/draft_pages.hpp"

namespace caicach::plan
{
namespace
{

/// A plan in force that STC coordinates, which goes into SYT on 10 March.
struct Merged {
    App app{};
    Edition edition{};

    Merged()
    {
        auto context = app.system_context();
        edition = testing::plan_in_force(context, sketch(context));
        MUST(organisation::seed_reorganisations(
            context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-03-10;merge;SYT;STC;;;;Nghị quyết số 15/NQ-HĐND\n"));
    }
    static testing::PlanSketch sketch(Context& context)
    {
        testing::PlanSketch sketch{.coordinator = "STC"};
        sketch.items = {testing::activity_of(context, "Mở chuyên mục trên cổng", "SNV")};
        sketch.items[0].path = "II.1";
        return sketch;
    }
    /// A second edition under review, read and looked at.
    void amend()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.begin());
        auto amended = MUST(EditionStore{transaction}.find(edition.id));
        amended.id = {};
        amended.state = EditionState::draft;
        amended.in_force_at.reset();
        MUST(EditionStore{transaction}.add(amended));
        auto item = MUST(ItemStore{transaction}.all_of(edition.id)).front();
        item.id = {};
        item.edition = amended.id;
        MUST(ItemStore{transaction}.add(item));
        MUST(transaction.commit());
    }
    [[nodiscard]] Edition in_force()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return *MUST(EditionStore{transaction}.in_force_of(edition.plan));
    }
};

}  // namespace

TEST_CASE("who took a plan's coordinator over amends the plan, nobody else does")
{
    Merged merged;
    const auto& code = merged.edition.code;
    const auto amend_by = [&](Visitor visitor) {
        return visitor.upload("/soan-ke-hoach", "file", "sua-doi.txt",
                              caicach::testing::sample_reform_plan(), {{"amends", code}});
    };
    CHECK_FALSE(has(merged.app.as(Person::coordinator, "SNV").get("/soan-ke-hoach"), code));
    CHECK(amend_by(merged.app.as(Person::coordinator, "SNV")).status == 403);
    CHECK(amend_by(merged.app.as(Person::agency_head, "SYT")).status == 403);
    auto heir = merged.app.as(Person::coordinator, "SYT");
    CHECK(has(heir.get("/soan-ke-hoach"), code));
    CHECK(amend_by(heir).status == 303);
    merged.app.run_jobs();
    const auto draft = draft_path(merged.edition);
    CHECK(has(heir.get(draft), "data-review"));
    CHECK(has(heir.get("/soan-ke-hoach"), draft));
    CHECK(merged.app.as(Person::coordinator, "SNV").get(draft).status == 403);
    CHECK(merged.app.as(Person::coordinator, "SNV").post(draft + "/bo").status == 403);
    CHECK(heir.post(draft + "/bo").status == 303);
}

TEST_CASE("the heir of a plan's coordinator puts the amendment in force under its own name")
{
    Merged merged;
    merged.amend();
    const auto path = draft_path(merged.edition, "thuc-hien");
    CHECK(merged.app.as(Person::coordinator, "SNV").post(path).status == 403);
    CHECK(merged.app.as(Person::editor, "SYT").post(path).status == 403);
    CHECK(merged.in_force().number == 1);
    auto heir = merged.app.as(Person::coordinator, "SYT");
    CHECK(heir.get(path).status == 200);
    CHECK(heir.post(path).status == 303);
    const auto now = merged.in_force();
    CHECK(now.number == 2);
    auto context = merged.app.system_context();
    auto transaction = MUST(context.read());
    const auto syt = MUST(organisation::agency_by_code(transaction, "SYT", context.today()));
    CHECK(now.coordinator == syt.id);
    const auto lines =
        MUST(audit::entries_of(transaction, "plan.edition", now.id.value, {.size = 5}));
    REQUIRE(!lines.empty());
    CHECK(lines.front().actor_account);
}

TEST_CASE("a coordinator that goes on keeps its plans, whatever it passes on")
{
    Merged merged;
    auto context = merged.app.system_context();
    testing::PlanSketch sketch = Merged::sketch(context);
    sketch.coordinator = "SNV";
    sketch.document.number = "19/KH-UBND";
    const auto kept = testing::plan_in_force(context, std::move(sketch));
    auto own = merged.app.as(Person::coordinator, "SNV");
    CHECK(has(own.get("/soan-ke-hoach"), kept.code));
    CHECK_FALSE(has(merged.app.as(Person::coordinator, "SYT").get("/soan-ke-hoach"), kept.code));
}

}  // namespace caicach::plan
