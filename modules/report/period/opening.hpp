#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/working_days.hpp"
#include "manifest/context.hpp"
#include "report/form/form_store.hpp"
#include "report/report.hpp"

/// Opens periods: from then on agencies owe reports of them.
namespace caicach::report
{

/// A form that is in force, as its version says it.
struct FormInForce {
    Form form{};
    FormVersion version{};
    Definition definition{};
};
/// Of all forms. Those that are opened by hand are among them.
[[nodiscard]] Result<std::vector<FormInForce>> forms_in_force(database::Transaction& transaction);
/// conflict "report.period.not_in_force" where no version of the form is.
[[nodiscard]] Result<FormInForce> in_force(database::Transaction& transaction, const Form& form);

/// The periods that are to be open today: those whose first day has come since the version came
/// into force, and whose due day was not over then. Pure.
[[nodiscard]] std::vector<calendar::Period> periods_to_open(
    const FormInForce& form, const calendar::Scheme& scheme,
    const calendar::WorkingDays& working_days, Date today);

/// A report that is asked for once, out of turn.
struct AdHocRequest {
    std::string title{};  ///< in the place of the period's
    calendar::Window data{};
    Date due_on{};
    std::string asked_by{};
    std::string asked_document{};
    std::vector<std::string> reporters{};  ///< keys of groups, codes of agencies; empty: the form's
};

struct Opened {
    ReportPeriod period{};
    int reports{};
    bool is_new{};  ///< else it was open already, and nothing was done
};

/// Opens a period of the form, each agency that owes a report of it once, in few statements.
/// Audited. As `expected_on`; invalid "report.period.nobody" where nobody owes one.
[[nodiscard]] Result<Opened> open_period(Context& context, database::Transaction& transaction,
                                         const FormInForce& form, const calendar::Period& period);
/// The same of a request; invalid "report.period.title_missing" (title), "….days_backwards" (den),
/// "….due_past", "….due_far" (han), "report.form.reporter_unknown" (co-quan).
[[nodiscard]] Result<Opened> open_ad_hoc(Context& context, database::Transaction& transaction,
                                         const FormInForce& form, const AdHocRequest& request);

/// What became otherwise in a period since it was opened.
struct Renewed {
    int added{};    ///< agencies that owe a report of it now
    int dropped{};  ///< that do not any more
    int moved{};    ///< reports that go by another version of the form

    [[nodiscard]] bool is_nothing() const { return added == 0 && dropped == 0 && moved == 0; }
};

/// Who owes a report of the period is asked anew, by the directory as it is now and by the form as
/// it is in force now. What somebody has begun stays as it is; of an agency that need not report
/// any more, too, where it is said so. Audited where anything changed.
[[nodiscard]] Result<Renewed> renew_period(Context& context, database::Transaction& transaction,
                                           const FormInForce& form, PeriodId period);

}  // namespace caicach::report
