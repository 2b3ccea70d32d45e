#pragma once
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "report/form/form_store.hpp"

namespace caicach::report
{

/// Whom a form's word for an agency means on a day: its code, or its name as printed; nobody where
/// that is nobody, or several.
[[nodiscard]] Result<organisation::AgencyId> agency_named(database::Transaction& transaction,
                                                          std::string_view word, Date day);

/// All that keeps a definition from being used today: form_rules', and those that only the
/// directory can tell: "report.form.{owner,reporter_unknown}", or who keeps numbers and lists
/// (`source_faults`).
[[nodiscard]] Result<std::vector<Error>> all_faults(Context& context,
                                                    database::Transaction& transaction,
                                                    const Definition& definition);

/// What a person brings, or changes, becomes the form's draft; a suggestion of the program that
/// waits makes room. The form is made where nobody had one of that key. Audited. conflict
/// "report.form.has_draft" where another draft of a person waits; "report.form.no_change" where
/// the form says so already.
[[nodiscard]] Result<Form> make_draft(Context& context, database::Transaction& transaction,
                                      const Definition& definition, std::string_view source);

/// From today on the draft is what is reported by, for the owner of that code; what was in force
/// ends yesterday. Audited. conflict "report.form.not_draft"; the first fault of `all_faults`.
[[nodiscard]] Result<void> put_in_force(Context& context, database::Transaction& transaction,
                                        const Form& form, const FormVersion& draft,
                                        std::string_view owner_code);

/// The draft is given up; it stays readable. Audited.
[[nodiscard]] Result<void> discard_draft(Context& context, database::Transaction& transaction,
                                         const Form& form, const FormVersion& draft);

}  // namespace caicach::report
