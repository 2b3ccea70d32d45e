#include "report/form/put_in_force.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "json/value.hpp"
#include "organisation/api.hpp"
#include "report/form/form_rules.hpp"
#include "report/form/form_sources.hpp"
#include "report/period/open_job.hpp"
#include "report/period/reporting_period.hpp"

namespace caicach::report
{
namespace
{

Error fault(std::string pointer, std::string key, std::string argument = {})
{
    return {Failure::invalid, std::move(key), std::move(pointer), {std::move(argument)}, {}};
}

Result<void> check_agencies(Context& context, database::Transaction& transaction,
                            const Definition& definition, std::vector<Error>& faults)
{
    if (!definition.owner.empty()) {
        const auto owner = TRY(agency_named(transaction, definition.owner, context.today()));
        if (!owner) faults.push_back(fault("/owner", "report.form.owner", definition.owner));
    }
    const auto groups = TRY(organisation::groups(transaction));
    for (std::size_t i = 0; i < definition.reporters.size(); ++i) {
        const auto& word = definition.reporters[i];
        const auto group = std::ranges::find(groups, word, &organisation::GroupSummary::key);
        // Who is in an open group nobody can tell.
        if (group != groups.end() && !group->is_open) continue;
        const auto agency = TRY(agency_named(transaction, word, context.today()));
        if (!agency || group != groups.end())
            faults.push_back(
                fault("/reporters/" + std::to_string(i), "report.form.reporter_unknown", word));
    }
    return {};
}

Result<void> record(Context& context, database::Transaction& transaction, std::string_view action,
                    const Form& form, int number)
{
    const auto detail =
        json::dump(json::Value::object().set("form", form.key).set("version", number));
    return context.record(transaction, action, "report.form", form.id.value, detail);
}

Result<std::optional<FormVersion>> standing(database::Transaction& transaction, FormId form,
                                            VersionState state)
{
    auto versions = TRY(FormStore{transaction}.versions(form));
    const auto found = std::ranges::find(versions, state, &FormVersion::state);
    if (found == versions.end()) return std::optional<FormVersion>{};
    return std::optional{std::move(*found)};
}

Result<Form> form_for(Context& context, database::Transaction& transaction,
                      const Definition& definition)
{
    FormStore forms{transaction};
    auto found = TRY(forms.by_key(definition.key));
    if (found) return std::move(*found);
    const auto owner = TRY(agency_named(transaction, definition.owner, context.today()));
    return forms.insert(definition, owner, context.now());
}

}  // namespace

Result<organisation::AgencyId> agency_named(database::Transaction& transaction,
                                            std::string_view word, Date day)
{
    if (word.empty()) return organisation::AgencyId{};
    const auto by_code = organisation::agency_by_code(transaction, word, day);
    if (by_code) return by_code->id;
    if (by_code.error().kind != Failure::not_found) return tl::unexpected<Error>(by_code.error());
    const auto resolved = TRY(organisation::resolve_name(transaction, word, day));
    const auto* agency = std::get_if<organisation::AgencyId>(&resolved);
    return agency == nullptr ? organisation::AgencyId{} : *agency;
}

Result<std::vector<Error>> all_faults(Context& context, database::Transaction& transaction,
                                      const Definition& definition)
{
    const auto cut_offs = TRY(cut_offs_on(context.today()));
    auto faults = faults_of(definition, cut_offs);
    TRY(check_agencies(context, transaction, definition, faults));
    const auto sources = TRY(form_sources(context, transaction));
    std::ranges::move(source_faults(definition, sources), std::back_inserter(faults));
    return faults;
}

Result<Form> make_draft(Context& context, database::Transaction& transaction,
                        const Definition& definition, std::string_view source)
{
    FormStore forms{transaction};
    auto form = TRY(form_for(context, transaction, definition));
    const auto waiting = TRY(standing(transaction, form.id, VersionState::draft));
    if (waiting && !waiting->is_shipped) return failure(Failure::conflict, "report.form.has_draft");
    const auto in_force = TRY(standing(transaction, form.id, VersionState::in_force));
    if (in_force) {
        const auto before = TRY(forms.definition(in_force->id));
        if (before == definition) return failure(Failure::conflict, "report.form.no_change");
    }
    if (waiting) TRY(forms.discard(*waiting));
    const auto draft = TRY(forms.insert_draft(form.id, definition,
                                              {.source = std::string{source},
                                               .made_by = context.actor().account,
                                               .made_at = context.now()}));
    TRY(record(context, transaction, "report.form.drafted", form, draft.number));
    return form;
}

Result<void> put_in_force(Context& context, database::Transaction& transaction, const Form& form,
                          const FormVersion& draft, std::string_view owner_code)
{
    if (draft.state != VersionState::draft)
        return failure(Failure::conflict, "report.form.not_draft");
    FormStore forms{transaction};
    auto definition = TRY(forms.definition(draft.id));
    const auto owner = organisation::agency_by_code(transaction, owner_code, context.today());
    if (!owner)
        return failure(Failure::invalid, "report.form.owner", "owner", {std::string{owner_code}});
    definition.owner = owner->code;
    auto faults = TRY(all_faults(context, transaction, definition));
    if (!faults.empty()) return tl::unexpected<Error>(std::move(faults.front()));
    const auto in_force = TRY(standing(transaction, form.id, VersionState::in_force));
    if (in_force) TRY(forms.replace(*in_force, context.today().plus_days(-1)));
    TRY(forms.into_force(draft, definition, context.today()));
    auto changed = form;
    changed.title = definition.title;
    changed.owner = owner->id;
    changed.is_ad_hoc = definition.is_ad_hoc;
    TRY(forms.save(changed));
    TRY(open_soon(context, transaction));
    return record(context, transaction, "report.form.put_in_force", form, draft.number);
}

Result<void> discard_draft(Context& context, database::Transaction& transaction, const Form& form,
                           const FormVersion& draft)
{
    if (draft.state != VersionState::draft)
        return failure(Failure::conflict, "report.form.not_draft");
    TRY(FormStore{transaction}.discard(draft));
    return record(context, transaction, "report.form.discarded", form, draft.number);
}

}  // namespace caicach::report
