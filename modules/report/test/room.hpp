#pragma once
#include <doctest/doctest.h>

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "organisation/api.hpp"
#include "report/form/put_in_force.hpp"
#include "report/module.hpp"
#include "report/period/opening.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"
#include "report/testing.hpp"
#include "support/house.hpp"
#include "testing/databases.hpp"
#include "testing/desk.hpp"

/// The sample province on either database, with forms that come into force and periods that are
/// opened.
namespace caicach::report
{

inline Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

struct Room {
    caicach::testing::Desk& desk;
    Context& context;

    [[nodiscard]] organisation::AgencyId agency(std::string_view code) const
    {
        auto transaction = MUST(context.read());
        return MUST(organisation::agency_by_code(transaction, code, context.today())).id;
    }

    /// From today on the form is what is reported by, for the Department of Home Affairs.
    [[nodiscard]] FormInForce in_force(Definition definition) const
    {
        definition.owner = "SNV";
        auto transaction = MUST(context.begin());
        const auto form = MUST(make_draft(context, transaction, definition, "Tệp thử"));
        const auto versions = MUST(FormStore{transaction}.versions(form.id));
        MUST(put_in_force(context, transaction, form, versions.front(), "SNV"));
        const auto renewed = MUST(FormStore{transaction}.by_id(form.id));
        auto made = MUST(report::in_force(transaction, renewed));
        MUST(transaction.commit());
        return made;
    }

    /// The period that has today.
    [[nodiscard]] calendar::Period period(const FormInForce& form) const
    {
        const auto cut_offs = MUST(cut_offs_on(context.today()));
        return calendar::period_of(scheme_of(form.definition.period, cut_offs), context.today());
    }

    [[nodiscard]] Result<Opened> open(const FormInForce& form) const
    {
        auto transaction = TRY(context.begin());
        auto opened = TRY(open_period(context, transaction, form, period(form)));
        TRY(transaction.commit());
        return opened;
    }

    [[nodiscard]] Renewed renew(const FormInForce& form, PeriodId period) const
    {
        auto transaction = MUST(context.begin());
        const auto done = MUST(renew_period(context, transaction, form, period));
        MUST(transaction.commit());
        return done;
    }

    [[nodiscard]] std::vector<Report> reports(PeriodId period) const
    {
        auto transaction = MUST(context.read());
        return MUST(ReportStore{transaction}.of_period(period));
    }

    [[nodiscard]] Report report(PeriodId period, std::string_view code) const
    {
        const auto wanted = agency(code);
        for (auto& one : reports(period))
            if (one.agency == wanted) return one;
        FAIL("no report of " << code);
        return {};
    }

    void save(const Report& report) const
    {
        auto transaction = MUST(context.begin());
        MUST(ReportStore{transaction}.save(report));
        MUST(transaction.commit());
    }
};

inline void in_room(const std::function<void(Room&)>& test)
{
    const auto all = caicach::testing::all_migrations();
    caicach::testing::each_database(all, [&](database::Database& database) {
        caicach::testing::Desk desk{database};
        module().subscribe_to(desk.events);
        auto context = desk.context();
        MUST(organisation::load_reference(context));
        MUST(organisation::seed_sample(context, caicach::testing::sample_province()));
        Room room{.desk = desk, .context = context};
        test(room);
    });
}

}  // namespace caicach::report
