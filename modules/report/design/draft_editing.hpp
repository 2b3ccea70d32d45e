#pragma once
#include "manifest/context.hpp"
#include "report/design/designing.hpp"
#include "report/form/form_store.hpp"

/// The draft of a form while somebody works on it.
namespace caicach::report
{

/// The draft that a person made; nothing where there is none.
[[nodiscard]] Result<std::optional<FormVersion>> own_draft(database::Transaction& transaction,
                                                           FormId form);

/// A draft to work on: that which is there, else what is in force, or suggested by the program, as
/// a draft of its own. Audited. not_found "report.form.not_found".
[[nodiscard]] Result<FormVersion> begin_draft(Context& context, database::Transaction& transaction,
                                              const Form& form);

/// The draft says something else from now on. Audited. conflict "base.changed_meanwhile".
[[nodiscard]] Result<void> save_draft(Context& context, database::Transaction& transaction,
                                      const Form& form, const FormVersion& draft,
                                      const Definition& definition, std::string_view what);

}  // namespace caicach::report
