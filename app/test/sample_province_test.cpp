#include "app/sample_province.hpp"

#include <doctest/doctest.h>

#include "app/settings.hpp"
#include "base/process.hpp"

namespace caicach::app
{
namespace
{

TemporaryDirectory fresh_folder() { return MUST(TemporaryDirectory::create()); }

/// An empty data folder with the schema and the reference data.
struct Province {
    Province()
    {
        const auto configuration =
            MUST(Configuration::load(settings(), {{}, {}, {{"province.sample", "true"}}}));
        system = MUST(System::open(configuration, {.data_folder = folder.path()}));
        MUST(system->migrate());
    }

    TemporaryDirectory folder{fresh_folder()};
    std::unique_ptr<System> system{};
};

std::int64_t count(database::Transaction& transaction, std::string_view sql)
{
    return MUST(transaction.one(sql, [](const database::Row& row) { return row.integer("n"); }));
}

}  // namespace

TEST_CASE("the sample has a province's agencies, its people and two plans")
{
    Province province;
    MUST(fill_sample_province(*province.system));
    auto transaction = MUST(province.system->database().read());
    const auto counted = [&](std::string_view sql) { return count(transaction, sql); };
    CHECK(counted("SELECT COUNT(*) AS n FROM organisation_agency") >= 32);
    CHECK(counted("SELECT COUNT(DISTINCT role) AS n FROM identity_grant") == 5);
    CHECK(counted("SELECT COUNT(*) AS n FROM plan_edition WHERE state = 'in_force'") == 1);
    CHECK(counted("SELECT COUNT(*) AS n FROM plan_edition WHERE state = 'draft'") == 1);
    // What is in force came through the importer, with its items and its file.
    CHECK(
        counted("SELECT COUNT(*) AS n FROM plan_item i JOIN plan_edition e ON e.id = i.edition_id "
                "WHERE e.state = 'in_force'") >= 20);
    CHECK(counted("SELECT COUNT(*) AS n FROM attachment_file") >= 2);
}

TEST_CASE("the sample's agencies owe the report of this quarter, other forms wait")
{
    Province province;
    MUST(fill_sample_province(*province.system));
    auto transaction = MUST(province.system->database().read());
    const auto counted = [&](std::string_view sql) { return count(transaction, sql); };
    CHECK(counted("SELECT COUNT(*) AS n FROM report_form_version v JOIN report_form f "
                  "ON f.id = v.form_id WHERE f.key = 'par_quarter' AND v.state = 'in_force'") == 1);
    CHECK(counted("SELECT COUNT(*) AS n FROM report_form_version WHERE state = 'in_force'") == 1);
    CHECK(counted("SELECT COUNT(*) AS n FROM report_form_version WHERE state = 'draft'") >= 3);
    CHECK(counted("SELECT COUNT(*) AS n FROM audit_entry WHERE action = "
                  "'report.form.put_in_force'") == 1);
    // Its period opens by the job that begins with the program.
    CHECK(counted("SELECT COUNT(*) AS n FROM job_queue WHERE kind = 'report.open'") >= 1);
}

TEST_CASE("what the sample leaves passes every check of the stored data")
{
    Province province;
    MUST(fill_sample_province(*province.system));
    auto context = province.system->system_context("test");
    for (const auto& module : province.system->modules()) {
        for (const auto& check : module.checks()) {
            CAPTURE(check.name);
            CHECK(MUST(check.run(context)).empty());
        }
    }
}

TEST_CASE("the sample is not made twice in one database")
{
    Province province;
    MUST(fill_sample_province(*province.system));
    const auto again = fill_sample_province(*province.system);
    REQUIRE(!again);
    CHECK(again.error().key == "app.sample.not_empty");
}

}  // namespace caicach::app
