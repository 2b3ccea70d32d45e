#include <doctest/doctest.h>

#include "obligation/testing.hpp"
#include "report/flow/flow_steps.hpp"
#include "report/testing.hpp"
#include "support/app.hpp"

/// What a plan asks to be reported is done by the report itself.
namespace caicach::app
{
namespace
{

using caicach::testing::App;

/// A plan that asks an agency for a report each quarter, and the form that says so.
struct Asked {
    App app{};
    obligation::Obligation owed{};
    std::string report{};

    Asked()
    {
        auto context = app.system_context();
        auto item = plan::testing::activity_of(context, "Báo cáo kết quả", "SYT");
        item.quotas = {{.count = 1, .per = plan::Period::quarter, .unit = "báo cáo"}};
        owed = obligation::testing::obligations_of_item(context, std::move(item), "SNV").front();
        report = report_for(context, "12/KH-UBND II.1");
    }

    static std::string report_for(Context& context, std::string_view duty)
    {
        auto definition = report::testing::sample_form();
        definition.owner = "SNV";
        definition.flow = {};
        definition.duty = duty;
        auto transaction = MUST(context.begin());
        const auto form = MUST(make_draft(context, transaction, definition, "Tệp thử"));
        const auto version = MUST(report::FormStore{transaction}.version(form.id, 1));
        MUST(put_in_force(context, transaction, form, version, "SNV"));
        const auto used = MUST(report::FormStore{transaction}.by_id(form.id));
        MUST(transaction.commit());
        return report::testing::report_of(context, used, "SYT").code;
    }

    [[nodiscard]] obligation::Obligation obligation_now()
    {
        auto context = app.system_context();
        auto transaction = MUST(context.read());
        return MUST(obligation::ObligationStore{transaction}.find(owed.id));
    }

    template <class Step>
    void take(const Step& step)
    {
        auto context = app.system_context();
        auto transaction = MUST(context.begin());
        auto held = MUST(report::ReportStore{transaction}.hold(report));
        MUST(step(context, transaction, held));
        MUST(transaction.commit());
    }
};

}  // namespace

TEST_CASE("a report fulfils the duty that its form names, and while it is sent back it does not")
{
    Asked asked;
    REQUIRE(asked.obligation_now().is_owed());
    const auto first_day = asked.app.system_context().today();
    const auto send = [](Context& context, database::Transaction& transaction,
                         report::Report& held) { return submit(context, transaction, held, true); };
    asked.take(send);
    CHECK_FALSE(asked.obligation_now().is_owed());
    CHECK(asked.obligation_now().done == 1);
    asked.take([](Context& context, database::Transaction& transaction, report::Report& held) {
        return send_back(context, transaction, held, "Thiếu lời văn", {});
    });
    CHECK(asked.obligation_now().is_owed());
    CHECK(asked.obligation_now().done == 0);
    asked.app.clock.pass_seconds(2LL * 24 * 3600);
    asked.take(send);
    // The first sending says when it was done.
    CHECK(asked.obligation_now().done_on == first_day);
    asked.take([](Context& context, database::Transaction& transaction, report::Report& held) {
        return recall(context, transaction, held);
    });
    CHECK(asked.obligation_now().is_owed());
}

TEST_CASE("a report of a form that names no duty fulfils none")
{
    Asked asked;
    auto context = asked.app.system_context();
    asked.report = [&] {
        auto definition = report::testing::form_of(context, "SNV");
        return report::testing::report_of(context, definition, "SYT").code;
    }();
    asked.take([](Context& own, database::Transaction& transaction, report::Report& held) {
        return submit(own, transaction, held, true);
    });
    CHECK(asked.obligation_now().is_owed());
}

}  // namespace caicach::app
