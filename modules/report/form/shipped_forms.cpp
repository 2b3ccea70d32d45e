#include "report/form/shipped_forms.hpp"

#include <algorithm>

#include "json/value.hpp"
#include "manifest/context.hpp"
#include "report/api.hpp"
#include "report/form/definition_json.hpp"
#include "report/form/form_store.hpp"
#include "report/shipped_files.hpp"

namespace caicach::report
{
namespace
{

/// What the province adds to a suggestion when it takes it over is none of its words.
Definition without_owner(Definition definition)
{
    definition.owner.clear();
    return definition;
}

/// Whether this version of the program brings something that the province has not seen.
Result<bool> is_news(FormStore& forms, const Form& form, const Definition& shipped)
{
    const auto last = TRY(forms.last_shipped(form.id));
    if (!last) return false;  // the province made a form of that key before we did
    auto before = TRY(forms.definition(last->id));
    if (without_owner(std::move(before)) == without_owner(shipped)) return false;
    const auto versions = TRY(forms.versions(form.id));
    // What people made stays: a draft of theirs, or a version of theirs in force.
    return std::ranges::none_of(versions, [](const FormVersion& one) {
        const bool stands = one.state == VersionState::draft || one.state == VersionState::in_force;
        return stands && !one.is_shipped;
    });
}

Result<void> bring(Context& context, database::Transaction& transaction, const Definition& shipped)
{
    FormStore forms{transaction};
    const auto found = TRY(forms.by_key(shipped.key));
    if (found) {
        const bool news = TRY(is_news(forms, *found, shipped));
        if (!news) return {};
        const auto versions = TRY(forms.versions(found->id));
        for (const auto& one : versions)
            if (one.state == VersionState::draft) TRY(forms.discard(one));
    }
    const auto form = found ? *found : TRY(forms.insert(shipped, {}, context.now()));
    const auto draft = TRY(forms.insert_draft(
        form.id, shipped,
        {.source = std::string{shipped_source}, .is_shipped = true, .made_at = context.now()}));
    const auto detail =
        json::dump(json::Value::object().set("form", form.key).set("version", draft.number));
    return context.record(transaction, "report.form.brought", "report.form", form.id.value, detail);
}

Result<void> bring_all(Context& context)
{
    auto transaction = TRY(context.begin());
    for (const auto& form : shipped_forms()) TRY(bring(context, transaction, form));
    return transaction.commit();
}

}  // namespace

const std::vector<Definition>& shipped_forms()
{
    static const auto all = [] {
        std::vector<Definition> read;
        for (const auto& [name, text] : shipped_files::all) {
            const auto value = MUST(json::parse(text));
            auto one = definition_from(value);
            VERIFY(one.faults.empty());
            read.push_back(std::move(one.definition));
        }
        return read;
    }();
    return all;
}

Result<void> load_shipped_forms(Context& context)
{
    const auto brought = bring_all(context);
    // Another process starts at the same time, and brings the same.
    if (!brought && brought.error().kind == Failure::conflict) return {};
    return brought;
}

}  // namespace caicach::report
