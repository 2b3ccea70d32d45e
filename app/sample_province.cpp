#include "app/sample_province.hpp"

#include "app/sample.hpp"
#include "app/sample_plan.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"
#include "plan/put_in_force.hpp"
#include "report/form/put_in_force.hpp"

extern "C" {
extern const char caicach_sample_plan_begin[];
extern const char caicach_sample_plan_end[];
}

namespace caicach::app
{
namespace
{

/// An empty folder may still name a PostgreSQL database that holds a real province.
Result<void> require_no_province(Context& context)
{
    auto transaction = TRY(context.read());
    const auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    if (agencies.empty()) return {};
    return failure(Failure::conflict, "app.sample.not_empty", "data",
                   {context.services().data_folder});
}

Result<void> fill_plans(Context& context)
{
    const std::string_view word_file{
        caicach_sample_plan_begin,
        // cppcheck-suppress comparePointers ; one object, whose ends the assembler names
        static_cast<std::size_t>(caicach_sample_plan_end - caicach_sample_plan_begin)};
    auto edition = TRY(import_sample_plan(context, "ke-hoach-tuyen-truyen-2026.docx", word_file));
    auto transaction = TRY(context.begin());
    TRY(settle_sample_plan(transaction, edition));
    TRY(plan::put_in_force(context, transaction, edition));
    TRY(transaction.commit());
    TRY(import_sample_plan(context, "ke-hoach-cchc-2026.txt", sample::reform_plan_2026));
    return {};
}

}  // namespace

std::string_view sample_configuration()
{
    return "# The sample province: everything in it is invented.\n"
           "[province]\n"
           "name = \"tỉnh Sông Lam\"\n"
           "sample = true\n";
}

Result<void> put_sample_form_in_force(Context& context)
{
    auto transaction = TRY(context.begin());
    report::FormStore forms{transaction};
    const auto form = TRY(forms.by_key(sample_form));
    VERIFY(form);
    const auto draft = TRY(forms.last_shipped(form->id));
    VERIFY(draft);
    TRY(report::put_in_force(context, transaction, *form, *draft, sample_coordinator));
    return transaction.commit();
}

Result<void> seed_sample_agencies(Context& context)
{
    TRY(require_no_province(context));
    TRY(organisation::seed_sample(context, sample::province));
    // Before the decisions: they end the codes of those that end.
    TRY(organisation::seed_official_codes(context, sample::codes));
    TRY(organisation::seed_reorganisations(context, sample::reorganisations));
    return organisation::seed_contacts(context, sample::contacts);
}

Result<void> seed_sample_people(Context& context, Date day)
{
    auto transaction = TRY(context.begin());
    const auto agency = [&](std::string_view code) {
        return organisation::agency_by_code(transaction, code, day);
    };
    const auto coordinating = TRY(agency(sample_coordinator));
    const auto department = TRY(agency("SYT"));
    const auto publishing = TRY(agency("SVHTTDL"));
    const auto office = TRY(agency("VPUB"));
    TRY(identity::seed_sample_people(context, transaction,
                                     {.coordinating = coordinating.id,
                                      .department = department.id,
                                      .publishing = publishing.id,
                                      .office = office.id}));
    return transaction.commit();
}

Result<void> fill_sample_province(System& system)
{
    auto context = system.system_context("caicach demo");
    TRY(seed_sample_agencies(context));
    TRY(seed_sample_people(context, context.today()));
    TRY(fill_plans(context));
    return put_sample_form_in_force(context);
}

}  // namespace caicach::app
