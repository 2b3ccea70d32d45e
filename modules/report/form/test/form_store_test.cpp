#include "report/form/form_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "evidence/testing.hpp"
#include "json/canonical.hpp"
#include "organisation/api.hpp"
#include "report/api.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/put_in_force.hpp"
#include "report/form/shipped_forms.hpp"
#include "report/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

namespace caicach::report
{
namespace
{

using testing::sample_form;

struct Room {
    caicach::testing::Desk& desk;
    Context& context;

    [[nodiscard]] Form draft(const Definition& definition) const
    {
        auto transaction = MUST(context.begin());
        auto form = MUST(make_draft(context, transaction, definition, "Tệp thu.json"));
        MUST(transaction.commit());
        return form;
    }

    [[nodiscard]] Result<void> put_in_force(std::string_view key, int number,
                                            std::string_view owner = "SNV") const
    {
        auto transaction = TRY(context.begin());
        const auto form = TRY(FormStore{transaction}.by_key(key));
        const auto version = TRY(FormStore{transaction}.version(form->id, number));
        TRY(report::put_in_force(context, transaction, *form, version, owner));
        return transaction.commit();
    }

    [[nodiscard]] Form form(std::string_view key) const
    {
        auto transaction = MUST(context.read());
        auto found = MUST(FormStore{transaction}.by_key(key));
        REQUIRE(found);
        return *found;
    }

    [[nodiscard]] std::vector<FormVersion> versions(std::string_view key) const
    {
        const auto id = form(key).id;
        auto transaction = MUST(context.read());
        return MUST(FormStore{transaction}.versions(id));
    }

    [[nodiscard]] Definition definition(const FormVersion& version) const
    {
        auto transaction = MUST(context.read());
        return MUST(FormStore{transaction}.definition(version.id));
    }
};

/// The sample province on either database.
void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        evidence::testing::add_dossiers(desk.events);
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Room room{.desk = desk, .context = context};
        test(room);
    });
}

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

}  // namespace

TEST_CASE("a form is drafted, put in force for its owner, and amended by a next version")
{
    in_room([](Room& room) {
        const auto form = room.draft(sample_form());
        CHECK(room.versions("thu").front().state == VersionState::draft);
        MUST(room.put_in_force("thu", 1));
        const auto first = room.versions("thu").front();
        CHECK(first.state == VersionState::in_force);
        CHECK(first.valid_from == day("2026-03-15"));
        CHECK(first.source == "Tệp thu.json");
        CHECK(room.definition(first) == sample_form());
        CHECK(room.form("thu").owner);

        room.desk.clock.set_today(day("2026-04-01"));
        auto amended = sample_form();
        amended.title = "Báo cáo thử, bản mới";
        CHECK(room.draft(amended).id == form.id);
        CHECK(room.form("thu").title == "Báo cáo thử");
        MUST(room.put_in_force("thu", 2, "SYT"));
        CHECK(room.form("thu").title == "Báo cáo thử, bản mới");
        const auto versions = room.versions("thu");
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].state == VersionState::in_force);
        CHECK(room.definition(versions[0]).owner == "SYT");
        CHECK(versions[1].state == VersionState::replaced);
        CHECK(versions[1].valid_to == day("2026-03-31"));
        CHECK(room.definition(versions[1]) == sample_form());
        CHECK(room.desk.recorder.lines.size() >= 4);
    });
}

TEST_CASE("what was in force never changes, and no version is deleted, on either database")
{
    in_room([](Room& room) {
        const auto form = room.draft(sample_form());
        MUST(room.put_in_force("thu", 1));
        const auto version = room.versions("thu").front();
        for (const auto* statement :
             {"UPDATE report_form_version SET content = '{}' WHERE id = $1",
              "UPDATE report_form_version SET content_sha256 = '' WHERE id = $1",
              "UPDATE report_form_version SET valid_from = '2020-01-01' WHERE id = $1",
              "UPDATE report_form_version SET state = 'draft' WHERE id = $1",
              "DELETE FROM report_form_version WHERE id = $1"}) {
            CAPTURE(statement);
            auto transaction = MUST(room.context.begin());
            CHECK_FALSE(transaction.change(statement, version.id));
        }
        CHECK(room.definition(version) == sample_form());
        // Who made it may be forgotten.
        auto transaction = MUST(room.context.begin());
        CHECK(MUST(transaction.change("UPDATE report_form_version SET made_by = 0 WHERE id = $1",
                                      version.id)) == 1);
        MUST(transaction.commit());
    });
}

TEST_CASE("the content that is kept is canonical, and its hash is that of its bytes")
{
    in_room([](Room& room) {
        const auto form = room.draft(sample_form());
        const auto version = room.versions("thu").front();
        auto transaction = MUST(room.context.read());
        const auto content = MUST(FormStore{transaction}.content(version.id));
        CHECK(content == MUST(content_of(sample_form())));
        const auto value = MUST(json::parse(content));
        CHECK(MUST(json::canonical(value)) == content);
        CHECK(version.sha256.size() == 64);
        CHECK(MUST(FormStore{transaction}.find(form.code)).id == form.id);
        CHECK(FormStore{transaction}.find("KHONGCO").error().key == "report.form.not_found");
    });
}

TEST_CASE("a second draft waits for the first, and a draft that says nothing new is none")
{
    in_room([](Room& room) {
        const auto refused = [&](const Definition& definition) {
            auto transaction = MUST(room.context.begin());
            return make_draft(room.context, transaction, definition, "x").error().key;
        };
        const auto form = room.draft(sample_form());
        CHECK(refused(sample_form()) == "report.form.has_draft");
        {
            auto transaction = MUST(room.context.begin());
            MUST(discard_draft(room.context, transaction, form, room.versions("thu").front()));
            MUST(transaction.commit());
        }
        CHECK(room.versions("thu").front().state == VersionState::discarded);
        CHECK(room.draft(sample_form()).id == form.id);
        MUST(room.put_in_force("thu", 2));
        CHECK(refused(sample_form()) == "report.form.no_change");
        // Neither what is in force nor what was given up is a draft.
        CHECK(room.put_in_force("thu", 2).error().key == "report.form.not_draft");
        CHECK(room.put_in_force("thu", 1).error().key == "report.form.not_draft");
        auto transaction = MUST(room.context.begin());
        CHECK(discard_draft(room.context, transaction, form, room.versions("thu").front())
                  .error()
                  .key == "report.form.not_draft");
    });
}

TEST_CASE("two people who put one draft in force: the second is told")
{
    in_room([](Room& room) {
        const auto form = room.draft(sample_form());
        const auto seen = room.versions("thu").front();
        MUST(room.put_in_force("thu", 1));
        auto transaction = MUST(room.context.begin());
        CHECK(report::put_in_force(room.context, transaction, form, seen, "SNV").error().kind ==
              Failure::conflict);
    });
}

TEST_CASE("a form with a fault does not come into force, and the fault says where")
{
    in_room([](Room& room) {
        const auto fault_of = [&](const std::function<void(Definition&)>& change) {
            auto form = sample_form();
            change(form);
            auto transaction = MUST(room.context.begin());
            const auto draft = MUST(make_draft(room.context, transaction, form, "x"));
            const auto version = MUST(FormStore{transaction}.version(draft.id, 1));
            const auto outcome =
                report::put_in_force(room.context, transaction, draft, version, "SNV");
            REQUIRE_FALSE(outcome);
            return outcome.error().key + " " + outcome.error().field;
        };
        CHECK(fault_of([](Definition& form) { form.title.clear(); }) ==
              "report.form.text_missing /title");
        CHECK(fault_of([](Definition& form) { form.reporters = {"departments", "khong_co"}; }) ==
              "report.form.reporter_unknown /reporters/1");
        CHECK(fault_of([](Definition& form) { form.reporters = {"agencies_and_units"}; }) ==
              "report.form.reporter_unknown /reporters/0");
        CHECK(fault_of([](Definition& form) {
                  std::get<Indicator>(form.sections[0].parts[1]).figure = "evidence.khong_co";
              }) == "report.form.unknown_figure /sections/0/parts/1/indicator/figure");
        // A ratio of figures has two; one that is told has both in one.
        const auto ratio = [](Definition& form, std::string_view figure, std::string_view below) {
            form.checks.clear();
            auto& one = std::get<Indicator>(form.sections[0].parts[1]);
            one.adding = Adding::ratio;
            one.figure = figure;
            one.denominator_figure = below;
        };
        const std::string at{"/sections/0/parts/1/indicator"};
        CHECK(fault_of([&](Definition& form) { ratio(form, "evidence.article", ""); }) ==
              "report.form.denominator " + at + "/denominator_figure");
        CHECK(fault_of([&](Definition& form) { ratio(form, "dossier.share", "dossier.all"); }) ==
              "report.form.told_ratio " + at + "/figure");
        CHECK(fault_of([&](Definition& form) { ratio(form, "dossier.all", "dossier.share"); }) ==
              "report.form.told_ratio " + at + "/denominator_figure");
        CHECK(fault_of([](Definition& form) {
                  std::get<Indicator>(form.sections[0].parts[1]).figure = "dossier.share";
              }) == "report.form.told_ratio " + at + "/figure");
        const auto table_of = [](Definition& form, std::string_view told, std::string_view column) {
            FormTable table{.key = "bang", .text = "Bảng", .rows_of = RowsOf::told};
            table.told_table = told;
            table.columns = {{.key = std::string{column}, .text = "Hồ sơ"}};
            form.sections[0].parts.emplace_back(table);
        };
        const auto table_at =
            "/sections/0/parts/" + std::to_string(sample_form().sections[0].parts.size());
        CHECK(fault_of([&](Definition& form) { table_of(form, "dossier.none", "ho_so"); }) ==
              "report.form.unknown_table " + table_at + "/table/told_table");
        CHECK(fault_of([&](Definition& form) { table_of(form, "dossier.late", "khac"); }) ==
              "report.form.told_columns " + table_at + "/table/columns");
        auto good = sample_form();
        ratio(good, "dossier.share", "");
        table_of(good, "dossier.late", "ho_so");
        auto transaction = MUST(room.context.read());
        CHECK(MUST(all_faults(room.context, transaction, good)).empty());
        transaction = MUST(room.context.read());
        const auto form = room.draft(sample_form());
        CHECK(room.put_in_force("thu", 1, "KHONGCO").error().key == "report.form.owner");
    });
}

TEST_CASE("a form of the program is brought once, anew when the program changes it")
{
    in_room([](Room& room) {
        MUST(load_shipped_forms(room.context));
        MUST(load_shipped_forms(room.context));
        CHECK(room.versions("ad_hoc").size() == 1);
        MUST(room.put_in_force("ad_hoc", 1));
        MUST(load_shipped_forms(room.context));
        CHECK(room.versions("ad_hoc").size() == 1);
        // As if an older program had brought other words.
        auto transaction = MUST(room.context.begin());
        FormStore forms{transaction};
        const auto late = MUST(forms.by_key("late_month"));
        const auto versions = MUST(forms.versions(late->id));
        MUST(forms.discard(versions.front()));
        auto older = MUST(forms.definition(versions.front().id));
        older.title = "Tên cũ";
        const auto old = MUST(forms.insert_draft(
            late->id, older, {.source = "x", .is_shipped = true, .made_at = room.context.now()}));
        MUST(transaction.commit());
        MUST(load_shipped_forms(room.context));
        const auto now = room.versions("late_month");
        REQUIRE(now.size() == 3);
        CHECK(now[0].state == VersionState::draft);
        CHECK(now[0].is_shipped);
        CHECK(room.definition(now[0]).title == shipped_forms()[2].title);
        CHECK(now[1].id == old.id);
        CHECK(now[1].state == VersionState::discarded);
    });
}

TEST_CASE("the program takes the place of nothing that the province made")
{
    in_room([](Room& room) {
        // A form of that key before ours, a draft, and a version of their own in force.
        auto own = shipped_forms()[0];
        own.title = "Báo cáo đột xuất của tỉnh";
        const auto made = room.draft(own);
        MUST(load_shipped_forms(room.context));
        CHECK(room.versions("ad_hoc").size() == 1);
        CHECK(room.form("ad_hoc").id == made.id);

        auto changed = shipped_forms()[1];
        changed.title = "Kết quả tuyên truyền của tỉnh";
        CHECK(room.draft(changed).key == "communication_result");
        const auto versions = room.versions("communication_result");
        REQUIRE(versions.size() == 2);
        CHECK(versions[1].state == VersionState::discarded);  // the suggestion made room
        MUST(room.put_in_force("communication_result", 2));
        MUST(load_shipped_forms(room.context));
        CHECK(room.versions("communication_result").size() == 2);
    });
}

TEST_CASE("a version in force is decoded once, a draft each time")
{
    in_room([](Room& room) {
        const auto form = room.draft(sample_form());
        auto transaction = MUST(room.context.begin());
        FormStore forms{transaction};
        const auto draft = MUST(forms.version(form.id, 1));
        const auto one = MUST(form_content(transaction, draft));
        CHECK(*one == sample_form());
        CHECK(MUST(form_content(transaction, draft)) != one);
        MUST(report::put_in_force(room.context, transaction, form, draft, "SNV"));
        const auto in_force = MUST(forms.version(form.id, 1));
        const auto held = MUST(form_content(transaction, in_force));
        CHECK(MUST(form_content(transaction, in_force)) == held);
        CHECK(MUST(form_content(transaction, in_force.id)) == held);
        CHECK(*held == sample_form());
        CHECK(form_content(transaction, FormVersionId{1}).error().kind == Failure::not_found);
    });
}

}  // namespace caicach::report
