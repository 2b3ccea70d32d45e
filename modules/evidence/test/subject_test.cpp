#include "evidence/subject.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "evidence/coverage.hpp"
#include "evidence/review.hpp"
#include "evidence/subject_list.hpp"
#include "evidence/sums.hpp"
#include "evidence/typed_fact.hpp"
#include "organisation/testing.hpp"
#include "support/app.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::evidence
{
namespace
{

using caicach::testing::App;
using caicach::testing::Fields;
using identity::Role;

Date day(int month, int number) { return *Date::create(2026, month, number); }

constexpr FactKind inspection{
    .key = "test.inspection", .text = "Kiểm tra", .unit = "cuộc", .product = "inspection"};
constexpr std::string_view departments = "evidence.inspection.covered.departments";
constexpr std::string_view everywhere = "evidence.inspection.covered";

struct Room {
    Context& context;
    organisation::AgencyId home{};  ///< who inspects

    [[nodiscard]] organisation::AgencyId agency(std::string_view code) const
    {
        auto transaction = MUST(context.read());
        return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
    }

    [[nodiscard]] Result<FactId> try_inspect(const std::vector<std::string_view>& codes, Date on,
                                             std::optional<FactId> supersedes = {},
                                             std::int64_t quantity = 1) const
    {
        Subjects subjects{.manner = Manner::unannounced};
        for (const auto code : codes) subjects.agencies.push_back(agency(code));
        auto transaction = MUST(context.begin());
        const auto id = TRY(record_about(context, transaction,
                                         {.kind = inspection,
                                          .agency = home,
                                          .happened_on = on,
                                          .quantity = quantity,
                                          .title = "Kiểm tra cải cách hành chính",
                                          .supersedes = supersedes},
                                         subjects));
        TRY(transaction.commit());
        return id;
    }
    [[nodiscard]] FactId inspect(const std::vector<std::string_view>& codes, Date on) const
    {
        return MUST(try_inspect(codes, on));
    }

    /// Of who inspects; -1 where the figure knows nothing of it.
    [[nodiscard]] std::int64_t amount(std::string_view key, Rollup rollup = Rollup::as_then) const
    {
        auto transaction = MUST(context.read());
        const auto figure = MUST(figure_of(context, transaction, key));
        const auto totals = MUST(amounts_of(
            transaction, figure, {.from = day(1, 1), .to = day(12, 31)}, rollup, context.today()));
        for (const auto& total : totals)
            if (total.agency == home) return total.amount;
        return -1;
    }
    [[nodiscard]] bool agrees() const { return MUST(check_sums(context)).empty(); }
};

void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        const caicach::testing::Desk desk{database, day(6, 30)};
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Room room{.context = context};
        room.home = room.agency("SNV");
        test(room);
    });
}

bool has(const http::Response& response, std::string_view text)
{
    return std::get<std::string>(response.body).find(text) != std::string::npos;
}

const Fields typed{{"product", "inspection"},
                   {"title", "Kiểm tra cải cách hành chính quý I"},
                   {"happened_on", "12/03/2026"},
                   {"quantity", "1"},
                   {"link", "https://songlam.example/ket-luan"},
                   {"states_about", "1"},
                   {"about", "so-y-te"},
                   {"about", "so-tu-phap"},
                   {"manner", "unannounced"}};

}  // namespace

TEST_CASE("what is about an agency names who recorded it as it was called then, and how")
{
    in_room([](Room& room) {
        MUST(room.try_inspect({"SYT", "STP"}, day(2, 3)));
        MUST(organisation::seed_reorganisations(
            room.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-03-01;rename;SNV;;;Sở Nội vụ và Cải cách;SNVCC;Nghị quyết số 15/NQ-HĐND\n"));
        MUST(room.try_inspect({"SYT"}, day(4, 5)));
        auto transaction = MUST(room.context.read());
        const auto facts = MUST(facts_about(transaction, room.agency("SYT"), {.limit = 10}));
        REQUIRE(facts.size() == 2);
        CHECK(facts[0].by == "Sở Nội vụ và Cải cách");
        CHECK(facts[1].by == "Sở Nội vụ");
        CHECK(facts[0].manner == Manner::unannounced);
        CHECK(facts[1].fact.happened_on == day(2, 3));
        CHECK(MUST(facts_about(transaction, room.agency("STP"), {.limit = 10})).size() == 1);
    });
}

TEST_CASE("an agency that was inspected twice is counted once, and one of no group not for it")
{
    in_room([](Room& room) {
        CHECK(room.amount(departments) == -1);
        MUST(room.try_inspect({"SYT", "STP"}, day(2, 3)));
        MUST(room.try_inspect({"SYT", "TTPVHCC"}, day(4, 5)));
        CHECK(room.amount(departments) == 2);
        CHECK(room.amount(everywhere) == 3);
        const auto size = room.amount("evidence.agencies.departments");
        CHECK(size > 10);
        CHECK(room.amount("evidence.agencies.departments-localities") > size);
        CHECK(room.agrees());
    });
}

TEST_CASE("a correction takes the coverage of what it stands for back, and so does a refusal")
{
    in_room([](Room& room) {
        const auto first = room.inspect({"SYT", "STP"}, day(2, 3));
        MUST(room.try_inspect({"STC"}, day(2, 3), first));
        CHECK(room.amount(departments) == 1);
        const auto other = room.inspect({"SYT"}, day(3, 3));
        CHECK(room.amount(departments) == 2);
        auto transaction = MUST(room.context.begin());
        auto fact = MUST(fact_by_id(transaction, other));
        MUST(refuse(room.context, transaction, fact, "Không có biên bản"));
        MUST(transaction.commit());
        CHECK(room.amount(departments) == 1);
        CHECK(room.agrees());
        transaction = MUST(room.context.begin());
        fact = MUST(fact_by_id(transaction, other));
        MUST(accept(room.context, transaction, fact, ""));
        MUST(transaction.commit());
        CHECK(room.amount(departments) == 2);
        MUST(room.try_inspect({"SYT"}, day(3, 3), other, 0));
        CHECK(room.amount(departments) == 1);
        CHECK(room.agrees());
    });
}

TEST_CASE("a correction that says nothing of whom it is about keeps them")
{
    in_room([](Room& room) {
        const auto first = room.inspect({"SYT", "STP"}, day(2, 3));
        auto transaction = MUST(room.context.begin());
        const auto fact = MUST(fact_by_id(transaction, first));
        auto correction = correction_of(fact);
        correction.title = "Kiểm tra quý I";
        const auto corrected = MUST(record(room.context, transaction, correction));
        CHECK(MUST(subjects_of(transaction, corrected)) == MUST(subjects_of(transaction, first)));
        CHECK(MUST(subjects_in_words(transaction, fact)) == "Sở Tư pháp; Sở Y tế (đột xuất)");
        MUST(transaction.commit());
        CHECK(room.amount(departments) == 2);
        CHECK(room.agrees());
    });
}

TEST_CASE("who could have been inspected is everybody else of today, and who was named and ended")
{
    in_room([](Room& room) {
        MUST(organisation::seed_reorganisations(
            room.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-06-01;merge;SYT;STP;;;;Nghị quyết số 1/NQ-HĐND\n"));
        auto transaction = MUST(room.context.read());
        const auto knows = [&](const TypedSubjects& named, std::string_view slug) {
            const auto all =
                MUST(subject_choices(transaction, room.home, named, room.context.today()));
            return std::ranges::count(all, slug, &organisation::AgencySummary::slug) == 1;
        };
        CHECK(knows({}, "so-y-te"));
        CHECK(!knows({}, "so-tu-phap"));
        CHECK(!knows({}, "so-noi-vu"));
        const TypedSubjects named{.agencies = {"so-tu-phap", "so-noi-vu", "khong-co"}};
        CHECK(knows(named, "so-tu-phap"));
        CHECK(!knows(named, "so-noi-vu"));
        CHECK(!knows(named, "khong-co"));
    });
}

TEST_CASE("what was typed of subjects reads as it was written")
{
    for (const auto& typed :
         {TypedSubjects{}, TypedSubjects{.manner = "planned"},
          TypedSubjects{.agencies = {"so-y-te"}},
          TypedSubjects{.agencies = {"so-y-te", "so-tu-phap"}, .manner = "unannounced"}})
        CHECK(typed_subjects_of(as_text(typed)) == typed);
    CHECK(as_text({}).empty());
}

TEST_CASE("nobody inspects itself, and an article is about no agency")
{
    in_room([](Room& room) {
        CHECK(room.try_inspect({"SNV"}, day(2, 3)).error().key == "evidence.subject.own");
        auto transaction = MUST(room.context.begin());
        const auto refused = record_about(room.context, transaction,
                                          {.kind = {.key = "test.article",
                                                    .text = "Tin, bài",
                                                    .unit = "tin, bài",
                                                    .product = "article"},
                                           .agency = room.home,
                                           .happened_on = day(2, 3),
                                           .title = "Một cửa ở xã"},
                                          {.agencies = {room.agency("SYT")}});
        REQUIRE(!refused);
        CHECK(refused.error().key == "evidence.subject.not_for_product");
        CHECK(refused.error().field == "about");
        CHECK(room.amount(everywhere) == -1);
    });
}

TEST_CASE("two agencies that were inspected and merged are one as now")
{
    in_room([](Room& room) {
        MUST(room.try_inspect({"SYT", "STP"}, day(2, 3)));
        MUST(organisation::seed_reorganisations(
            room.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-06-01;merge;STP;SYT;;;;Nghị quyết số 1/NQ-HĐND\n"));
        CHECK(room.amount(departments, Rollup::as_then) == 2);
        CHECK(room.amount(departments, Rollup::as_now) == 1);
        auto transaction = MUST(room.context.read());
        const auto figure = coverage_figure(departments);
        REQUIRE(figure);
        const auto list =
            MUST(coverage_list(transaction, *figure, {.from = day(1, 1), .to = day(12, 31)},
                               Rollup::as_now, room.home, room.context.today()));
        CHECK(list.reached == 1);
        REQUIRE(list.lines.size() > 2);
        CHECK(list.lines[0].facts == 1);
        CHECK(list.lines[1].facts == 1);
        CHECK(list.lines[2].facts == 0);
        CHECK((list.lines[0].now.empty() != list.lines[1].now.empty()));
    });
}

TEST_CASE("coverage that was tampered with is found out")
{
    in_room([](Room& room) {
        MUST(room.try_inspect({"SYT"}, day(2, 3)));
        CHECK(room.agrees());
        auto transaction = MUST(room.context.begin());
        MUST(transaction.script("UPDATE evidence_coverage SET facts = 2"));
        MUST(transaction.commit());
        const auto problems = MUST(check_sums(room.context));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].find("số lần kiểm tra cơ quan") != std::string::npos);
        transaction = MUST(room.context.begin());
        MUST(add_up_anew(room.context, transaction));
        MUST(transaction.commit());
        CHECK(room.agrees());
    });
}

TEST_CASE("whom a fact is about is appended only")
{
    in_room([](Room& room) {
        MUST(room.try_inspect({"SYT"}, day(2, 3)));
        for (const auto* const statement :
             {"DELETE FROM evidence_subject", "UPDATE evidence_subject SET agency_id = 1",
              "DELETE FROM evidence_manner", "UPDATE evidence_manner SET manner = 'planned'"}) {
            auto transaction = MUST(room.context.begin());
            CHECK(!transaction.script(statement));
        }
    });
}

TEST_CASE("products say in their table which are about agencies, and of which groups it is told")
{
    CHECK(has_subjects("inspection"));
    CHECK(has_subjects("quality_inspection"));
    CHECK(!has_subjects("article"));
    CHECK(!coverage_figure("evidence.inspection"));
    CHECK(!coverage_figure("evidence.article.covered"));
    const auto figure = coverage_figure("evidence.agencies.departments-localities");
    REQUIRE(figure);
    CHECK(figure->is_whole());
    CHECK(figure->set->groups == std::vector<std::string>{"departments", "localities"});
}

TEST_CASE("who was inspected sees the fact, its own side only, and no other agency does")
{
    App app;
    auto inspector = app.as(Role::agency_officer, "SNV");
    auto form = typed;
    form[6].second = "khong-co";
    const auto refused = inspector.post("/minh-chung", form);
    CHECK(refused.status == 422);
    CHECK(has(refused, "Không có cơ quan “khong-co”"));
    CHECK(has(refused, "value=\"so-tu-phap\" selected"));
    const auto answer = inspector.post("/minh-chung", typed);
    REQUIRE(answer.status == 303);
    const auto path = std::string{answer.header("location")};
    auto health = app.as(Role::agency_officer, "SYT");
    auto other = app.as(Role::agency_officer, "STC");
    CHECK(other.get(path).status == 403);
    CHECK(!has(other.get("/minh-chung/ve-co-quan"), path));
    CHECK(other.get("/minh-chung/ve-co-quan?co-quan=so-y-te").status == 403);
    CHECK(other.get("/minh-chung/ve-co-quan.csv?co-quan=so-y-te").status == 403);
    const auto seen = health.get(path);
    CHECK(seen.status == 200);
    CHECK(has(seen, "Đột xuất"));
    CHECK(!has(seen, "Lịch sử"));
    CHECK(health.post(path + "/rut-lai").status == 403);
    CHECK(health.post(path + "/tu-choi", {{"text", "Không"}}).status == 403);
    CHECK(has(inspector.get(path), "Lịch sử"));
    CHECK(has(inspector.get("/minh-chung"), "Sở Tư pháp; Sở Y tế (đột xuất)"));
    const auto list = health.get("/minh-chung/ve-co-quan");
    CHECK(has(list, path));
    CHECK(has(list, "Sở Nội vụ"));
    CHECK(has(health.get("/minh-chung/ve-co-quan.csv"), "Kiểm tra cải cách hành chính quý I"));
}

TEST_CASE("a figure of coverage opens whom an agency reached, and each of them its facts")
{
    App app;
    auto inspector = app.as(Role::agency_officer, "SNV");
    REQUIRE(inspector.post("/minh-chung", typed).status == 303);
    const auto key = std::string{departments};
    CHECK(has(inspector.get("/so-lieu"), key));
    const auto figure = inspector.get("/so-lieu/" + key + "?tu=2026-01-01&den=2026-12-31");
    const auto path = "/so-lieu/" + key + "/co-quan/so-noi-vu";
    CHECK(has(figure, path));
    CHECK(has(figure, "Tính chung, mỗi cơ quan một lần"));
    const auto page = inspector.get(path + "?tu=2026-01-01&den=2026-12-31");
    CHECK(has(page, "Đã kiểm tra 2 trên "));
    CHECK(has(page, "Chưa được kiểm tra"));
    const auto facts = "/minh-chung/ve-co-quan?co-quan=so-y-te&amp;boi=so-noi-vu";
    CHECK(has(page, facts));
    CHECK(has(inspector.get("/minh-chung/ve-co-quan?co-quan=so-y-te&boi=so-noi-vu"), "quý I"));
    CHECK(has(inspector.get(path + "/bang.csv"), "Sở Y tế,1"));
    auto other = app.as(Role::agency_officer, "STC");
    CHECK(other.get(path).status == 403);
    CHECK(inspector.get("/so-lieu/evidence.article/co-quan/so-noi-vu").status == 404);
}

}  // namespace caicach::evidence
