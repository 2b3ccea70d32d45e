#include "report/design/draft_editing.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view source = "Soạn trên trang";

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const Form& form, json::Value detail)
{
    return context.record(transaction, action, "report.form", form.id.value, json::dump(detail));
}

json::Value detail_of(const Form& form, const FormVersion& draft)
{
    return json::Value::object().set("form", form.key).set("version", draft.number);
}

bool was_used(const std::vector<FormVersion>& versions)
{
    return std::ranges::any_of(versions,
                               [](const FormVersion& one) { return one.valid_from.has_value(); });
}

}  // namespace

Result<std::optional<FormVersion>> own_draft(database::Transaction& transaction, FormId form)
{
    auto versions = TRY(FormStore{transaction}.versions(form));
    const auto found = std::ranges::find(versions, VersionState::draft, &FormVersion::state);
    if (found == versions.end() || found->is_shipped) return std::optional<FormVersion>{};
    return std::optional{std::move(*found)};
}

Result<FormVersion> begin_draft(Context& context, database::Transaction& transaction,
                                const Form& form)
{
    FormStore forms{transaction};
    const auto versions = TRY(forms.versions(form.id));
    auto found = std::ranges::find(versions, VersionState::draft, &FormVersion::state);
    if (found != versions.end() && !found->is_shipped) return *found;
    if (found == versions.end())
        found = std::ranges::find(versions, VersionState::in_force, &FormVersion::state);
    if (found == versions.end()) return failure(Failure::not_found, "report.form.not_found");
    const auto content = TRY(forms.definition(found->id));
    if (found->state == VersionState::draft) TRY(forms.discard(*found));
    auto draft = TRY(forms.insert_draft(form.id, content,
                                        {.source = std::string{source},
                                         .made_by = context.actor().account,
                                         .made_at = context.now()}));
    TRY(record(context, transaction, "report.form.drafted", form, detail_of(form, draft)));
    return draft;
}

Result<void> save_draft(Context& context, database::Transaction& transaction, const Form& form,
                        const FormVersion& draft, const Definition& definition,
                        std::string_view what)
{
    FormStore forms{transaction};
    TRY(forms.save_draft(draft, definition));
    const auto versions = TRY(forms.versions(form.id));
    // Lists name a form that was never used by its draft.
    if (!was_used(versions) && form.title != definition.title) {
        auto renamed = form;
        renamed.title = definition.title;
        TRY(forms.save(renamed));
    }
    return record(context, transaction, "report.form.edited", form,
                  detail_of(form, draft).set("what", what));
}

}  // namespace caicach::report
