#include "organisation/reorganisation.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "manifest/context.hpp"
#include "organisation/module.hpp"
#include "organisation/testing.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::organisation
{
namespace
{

using caicach::testing::Desk;
using enum ReorganisationKind;

Date day(int year, int month, int number) { return *Date::create(year, month, number); }
const Date today = day(2026, 3, 15);
const Date reform = day(2025, 3, 1);
const Date before = day(2025, 2, 28);
const std::string resolution = "Nghị quyết số 08/NQ-HĐND ngày 20/02/2025";

void at_a_desk(const std::function<void(Desk&, Context&)>& test)
{
    const auto manifest = module();
    caicach::testing::each_database(manifest.migrations(), [&](database::Database& database) {
        Desk desk(database, today);
        auto context = desk.context();
        MUST(load_reference(context));
        test(desk, context);
    });
}

AgencyId unit(Context& context, std::string_view name, AgencyId parent)
{
    auto transaction = MUST(context.begin());
    const auto id = MUST(create_agency(
        context, transaction,
        {.name = std::string(name), .kind = "public_service_unit", .parent = parent}));
    MUST(transaction.commit());
    return id;
}

Consequence decide(Context& context, const Reorganisation& what)
{
    auto transaction = MUST(context.begin());
    auto consequence = MUST(reorganise(context, transaction, what));
    MUST(transaction.commit());
    return consequence;
}

std::string refusal_of(Context& context, const Reorganisation& what)
{
    auto transaction = MUST(context.begin());
    const auto done = reorganise(context, transaction, what);
    return done ? "done" : done.error().key;
}

std::string name_on(Context& context, AgencyId agency, Date date)
{
    auto transaction = MUST(context.read());
    return MUST(agency_by_id(transaction, agency, date)).name;
}

/// Whom a printed name means on a day: the agency's name, or "?".
std::string meant(Context& context, std::string_view printed, Date date)
{
    auto transaction = MUST(context.read());
    const auto found = MUST(resolve_name(transaction, printed, date));
    const auto* agency = std::get_if<AgencyId>(&found);
    return agency ? MUST(agency_by_id(transaction, *agency, date)).name : "?";
}

bool is_below(Context& context, AgencyId agency, AgencyId branch, Date date)
{
    auto transaction = MUST(context.read());
    return MUST(is_within(transaction, agency, branch, date));
}

Reorganisation merger(AgencyId into, std::vector<AgencyId> merged)
{
    return {.kind = merge,
            .day = reform,
            .document = resolution,
            .subject = into,
            .merged = std::move(merged)};
}

Reorganisation division(AgencyId subject, std::vector<Heir> heirs)
{
    return {.kind = split,
            .day = reform,
            .document = resolution,
            .subject = subject,
            .heirs = std::move(heirs)};
}

}  // namespace

TEST_CASE("a renamed agency bears its old name before, its new one from the day on")
{
    at_a_desk([](Desk& desk, Context& context) {
        const auto board = testing::agency(context, "Ban Dân tộc");
        const auto consequence = decide(context, {.kind = rename,
                                                  .day = reform,
                                                  .document = resolution,
                                                  .subject = board,
                                                  .name = "Sở Dân tộc và Tôn giáo"});
        REQUIRE(consequence.renamed.size() == 1);
        CHECK(name_on(context, board, before) == "Ban Dân tộc");
        CHECK(name_on(context, board, reform) == "Sở Dân tộc và Tôn giáo");
        CHECK(meant(context, "Ban Dân tộc", before) == "Ban Dân tộc");
        CHECK(meant(context, "Ban Dân tộc", reform) == "Sở Dân tộc và Tôn giáo");
        CHECK(meant(context, "Sở Dân tộc và Tôn giáo", before) == "?");
        const auto& line = desk.recorder.lines.back();
        CHECK(line.starts_with("organisation.reorganised"));
        CHECK(line.find(R"("before":{"name":"Ban Dân tộc")") != std::string::npos);
        CHECK(line.find(R"("after":{"name":"Sở Dân tộc và Tôn giáo")") != std::string::npos);
    });
}

TEST_CASE("a merged agency ends, its names and units go to its successor")
{
    at_a_desk([](Desk&, Context& context) {
        const auto finance = testing::agency(context, "Sở Tài chính");
        const auto planning = testing::agency(context, "Sở Kế hoạch và Đầu tư");
        const auto centre = unit(context, "Trung tâm Xúc tiến đầu tư", planning);
        const auto consequence = decide(context, merger(finance, {planning}));
        REQUIRE(consequence.ended.size() == 1);
        CHECK(consequence.ended[0].name == "Sở Kế hoạch và Đầu tư");
        REQUIRE(consequence.moved.size() == 1);
        CHECK(consequence.passed_names == std::vector<std::string>{"Sở Kế hoạch và Đầu tư"});

        CHECK(meant(context, "Sở Kế hoạch và Đầu tư", before) == "Sở Kế hoạch và Đầu tư");
        CHECK(meant(context, "Sở KHĐT", reform) == "?");
        CHECK(meant(context, "sở kế hoạch và đầu tư", reform) == "Sở Tài chính");
        CHECK(is_below(context, centre, planning, before));
        CHECK(!is_below(context, centre, planning, reform));
        CHECK(is_below(context, centre, finance, reform));
        auto transaction = MUST(context.read());
        CHECK(MUST(agencies_on(transaction, before, "department")).size() == 2);
        CHECK(MUST(agencies_on(transaction, reform, "department")).size() == 1);
    });
}

TEST_CASE("the names of an agency split among several mean nobody for sure")
{
    at_a_desk([](Desk&, Context& context) {
        const auto media = testing::agency(context, "Sở Thông tin và Truyền thông");
        const auto science = testing::agency(context, "Sở Khoa học và Công nghệ");
        const auto culture = testing::agency(context, "Sở Văn hóa, Thể thao và Du lịch");
        const auto centre = unit(context, "Trung tâm Công nghệ thông tin", media);
        const auto consequence =
            decide(context, division(media, {{science, 7'000}, {culture, 3'000}}));
        CHECK(consequence.shared_names == std::vector<std::string>{"Sở Thông tin và Truyền thông"});
        CHECK(consequence.passed_names.empty());
        CHECK(meant(context, "Sở Thông tin và Truyền thông", reform) == "?");
        CHECK(is_below(context, centre, science, reform));

        auto transaction = MUST(context.read());
        const auto resolved =
            MUST(resolve_name(transaction, "Sở Thông tin và Truyền thông", reform));
        const auto& suggestions = std::get<Unresolved>(resolved).suggestions;
        REQUIRE(suggestions.size() == 2);
        CHECK(suggestions[0].name == "Sở Khoa học và Công nghệ");
        CHECK(suggestions[1].name == "Sở Văn hóa, Thể thao và Du lịch");
        const Figure articles{media, day(2024, 11, 20), 10};
        const auto totals = MUST(succession(transaction)).as_of(today, {&articles, 1});
        CHECK(totals == std::vector<Total>{{science, 7}, {culture, 3}});
    });
}

TEST_CASE("a decision may say whom the names of a split agency mean")
{
    at_a_desk([](Desk&, Context& context) {
        const auto labour = testing::agency(context, "Sở Lao động");
        const auto interior = testing::agency(context, "Sở Nội vụ");
        const auto health = testing::agency(context, "Sở Y tế");
        auto what = division(labour, {{interior, 7'000}, {health, 3'000}});
        what.names_to = labour;
        CHECK(refusal_of(context, what) == "organisation.reorganisation.names_to");
        what.names_to = interior;
        decide(context, what);
        CHECK(meant(context, "Sở Lao động", reform) == "Sở Nội vụ");
        CHECK(meant(context, "Sở Lao động", before) == "Sở Lao động");
    });
}

TEST_CASE("a transfer keeps the agency and moves its units")
{
    at_a_desk([](Desk&, Context& context) {
        const auto interior = testing::agency(context, "Sở Nội vụ");
        const auto health = testing::agency(context, "Sở Y tế");
        const auto home = unit(context, "Trung tâm Bảo trợ xã hội", interior);
        decide(context, {.kind = transfer,
                         .day = reform,
                         .document = resolution,
                         .subject = interior,
                         .heirs = {{health, 1'500}},
                         .moved = {home}});
        CHECK(name_on(context, interior, today) == "Sở Nội vụ");
        CHECK(is_below(context, home, health, reform));
        CHECK(is_below(context, home, interior, before));
        auto transaction = MUST(context.read());
        const auto recorded = MUST(reorganisations(transaction, health));
        REQUIRE(recorded.size() == 1);
        REQUIRE(recorded[0].passages.size() == 2);
        CHECK(recorded[0].passages[0].share == 8'500);
        CHECK(recorded[0].passages[1].to->name == "Sở Y tế");
    });
}

TEST_CASE("a dissolved agency without heirs keeps its figures and leaves its units to be placed")
{
    at_a_desk([](Desk&, Context& context) {
        const auto district = testing::agency(context, "UBND huyện Hạ Trầm", "district_committee");
        unit(context, "Trung tâm Văn hóa huyện Hạ Trầm", district);
        const auto consequence =
            decide(context,
                   {.kind = dissolve, .day = reform, .document = resolution, .subject = district});
        CHECK(consequence.stranded.size() == 1);
        CHECK(consequence.moved.empty());
        auto transaction = MUST(context.read());
        const auto recorded = MUST(reorganisations(transaction, district));
        REQUIRE(recorded.size() == 1);
        CHECK(!recorded[0].passages[0].to);
        const Figure figure{district, day(2024, 5, 5), 3};
        CHECK(MUST(succession(transaction)).as_of(today, {&figure, 1}) ==
              std::vector<Total>{{district, 3}});
    });
}

TEST_CASE("a unit that becomes its agency's heir takes its place in the tree")
{
    at_a_desk([](Desk&, Context& context) {
        const auto office = testing::agency(context, "Văn phòng UBND tỉnh", "provincial_office");
        const auto board = unit(context, "Ban Quản lý dự án", office);
        const auto centre = unit(context, "Trung tâm Dự án", board);
        decide(context, merger(centre, {board}));
        CHECK(is_below(context, centre, office, reform));
        CHECK(is_below(context, centre, board, before));
    });
}

TEST_CASE("a preview that is rolled back leaves nothing")
{
    at_a_desk([](Desk&, Context& context) {
        const auto finance = testing::agency(context, "Sở Tài chính");
        const auto planning = testing::agency(context, "Sở Kế hoạch và Đầu tư");
        CHECK(refusal_of(context, merger(finance, {planning})) == "done");
        auto transaction = MUST(context.read());
        CHECK(MUST(agencies_on(transaction, today, "department")).size() == 2);
        CHECK(MUST(reorganisations(transaction)).empty());
    });
}

TEST_CASE("a decision that does not add up is refused at its field")
{
    at_a_desk([](Desk&, Context& context) {
        const auto a = testing::agency(context, "Sở A");
        const auto b = testing::agency(context, "Sở B");
        const auto c = testing::agency(context, "Sở C");
        const auto key = [](std::string_view what) {
            return "organisation.reorganisation." + std::string(what);
        };
        auto undocumented = merger(a, {b});
        undocumented.document = "  ";
        CHECK(refusal_of(context, undocumented) == key("document_missing"));
        CHECK(refusal_of(context, merger({}, {b})) == key("subject_missing"));
        CHECK(refusal_of(context, merger(a, {})) == key("merged_missing"));
        CHECK(refusal_of(context, merger(a, {a})) == key("twice"));
        CHECK(refusal_of(context, merger(a, {b, b})) == key("twice"));
        CHECK(refusal_of(context, division(a, {{b, whole_share}})) == key("heirs_missing"));
        CHECK(refusal_of(context, division(a, {{b, 5'000}, {c, 4'999}})) == key("shares"));
        CHECK(refusal_of(context, division(a, {{b, -1}, {c, 10'001}})) == key("shares"));
        CHECK(refusal_of(context,
                         {.kind = rename, .day = reform, .document = resolution, .subject = a}) ==
              key("name_missing"));
        CHECK(refusal_of(context, {.kind = rename,
                                   .day = reform,
                                   .document = resolution,
                                   .subject = a,
                                   .name = "Sở B"}) == "organisation.name.taken");
        auto whole = division(a, {{b, whole_share}});
        whole.kind = transfer;
        CHECK(refusal_of(context, whole) == key("shares"));
    });
}

TEST_CASE("nobody is reorganised before it was founded, after its end, or behind its later history")
{
    at_a_desk([](Desk&, Context& context) {
        const auto a = testing::agency(context, "Sở A");
        const auto b = testing::agency(context, "Sở B");
        const auto c = testing::agency(context, "Sở C");
        decide(context, merger(a, {b}));
        CHECK(refusal_of(context, merger(c, {b})) == "organisation.reorganisation.absent");
        auto earlier = merger(c, {a});
        earlier.day = day(2024, 1, 1);
        CHECK(refusal_of(context, earlier) == "organisation.reorganisation.later_history");
        auto into_ended = merger(b, {c});
        into_ended.day = day(2025, 7, 1);
        CHECK(refusal_of(context, into_ended) == "organisation.reorganisation.absent");
    });
}

}  // namespace caicach::organisation
