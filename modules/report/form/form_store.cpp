#include "report/form/form_store.hpp"

#include <algorithm>
#include <array>

#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "json/canonical.hpp"
#include "report/form/definition_json.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

constexpr std::array<std::string_view, 4> states{"draft", "in_force", "replaced", "discarded"};

VersionState state_from(std::string_view text)
{
    const auto found = std::ranges::find(states, text);
    VERIFY(found != states.end());
    return static_cast<VersionState>(found - states.begin());
}

Form form_from(const database::Row& row)
{
    return {.id = row.id<FormId>("id"),
            .code = row.string("code"),
            .key = row.string("key"),
            .title = row.string("title"),
            .owner = organisation::AgencyId{row.maybe_integer("owner_agency_id").value_or(0)},
            .is_ad_hoc = row.boolean("is_ad_hoc"),
            .version = row.integer("version")};
}

FormVersion version_from(const database::Row& row)
{
    return {.id = row.id<FormVersionId>("id"),
            .form = row.id<FormId>("form_id"),
            .number = static_cast<int>(row.integer("number")),
            .state = state_from(row.text("state")),
            .sha256 = row.string("content_sha256"),
            .valid_from = row.maybe_date("valid_from"),
            .valid_to = row.maybe_date("valid_to"),
            .source = row.string("source"),
            .is_shipped = row.boolean("is_shipped"),
            .made_by = row.id<AccountId>("made_by"),
            .made_at = row.instant("made_at"),
            .version = row.integer("version")};
}

std::optional<organisation::AgencyId> stored(organisation::AgencyId owner)
{
    return owner ? std::optional{owner} : std::nullopt;
}

}  // namespace

Result<std::vector<Form>> FormStore::all()
{
    return m_transaction.all(sql::forms, form_from, forms_max);
}

Result<Form> FormStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::form_by_code, form_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "report.form.not_found");
    return std::move(*found);
}

Result<Form> FormStore::by_id(FormId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::form_by_id, form_from, id));
    if (!found) return failure(Failure::not_found, "report.form.not_found");
    return std::move(*found);
}

Result<std::optional<Form>> FormStore::by_key(std::string_view key)
{
    return m_transaction.maybe_one(sql::form_by_key, form_from, key);
}

Result<Form> FormStore::insert(const Definition& definition, organisation::AgencyId owner,
                               Instant now)
{
    Form form{.id = make_id<FormId>(),
              .code = crypto::make_public_code(),
              .key = definition.key,
              .title = definition.title,
              .owner = owner,
              .is_ad_hoc = definition.is_ad_hoc,
              .version = 1};
    TRY(m_transaction.change_one(sql::insert_form, form.id, form.code, form.key, form.title,
                                 stored(owner), form.is_ad_hoc, now));
    return form;
}

Result<void> FormStore::save(const Form& form)
{
    return m_transaction.change_one(sql::save_form, form.id, form.version, form.title,
                                    stored(form.owner), form.is_ad_hoc);
}

Result<std::vector<FormVersion>> FormStore::versions(FormId form)
{
    return m_transaction.all(sql::versions_of_form, version_from, form, versions_max);
}

Result<std::vector<FormVersion>> FormStore::standing()
{
    return m_transaction.all(sql::standing_versions, version_from, 2 * forms_max);
}

Result<FormVersion> FormStore::version(FormId form, int number)
{
    auto found = TRY(m_transaction.maybe_one(sql::version_by_number, version_from, form, number));
    if (!found) return failure(Failure::not_found, "report.form.not_found");
    return std::move(*found);
}

Result<FormVersion> FormStore::version(FormVersionId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::version_by_id, version_from, id));
    if (!found) return failure(Failure::not_found, "report.form.not_found");
    return std::move(*found);
}

Result<std::optional<FormVersion>> FormStore::last_shipped(FormId form)
{
    return m_transaction.maybe_one(sql::last_shipped_version, version_from, form);
}

Result<std::string> FormStore::content(FormVersionId version)
{
    return m_transaction.one(
        sql::content_of_version, [](const database::Row& row) { return row.string("content"); },
        version);
}

Result<Definition> FormStore::definition(FormVersionId version)
{
    const auto text = TRY(content(version));
    const auto value = TRY(json::parse(text));
    auto read = definition_from(value);
    if (!read.faults.empty())
        return internal_failure("a form's content cannot be read: " + read.faults.front().key +
                                " " + read.faults.front().field);
    return std::move(read.definition);
}

Result<FormVersion> FormStore::insert_draft(FormId form, const Definition& definition,
                                            const NewVersion& version)
{
    const auto before = TRY(versions(form));
    const auto text = TRY(content_of(definition));
    FormVersion draft{.id = make_id<FormVersionId>(),
                      .form = form,
                      .number = before.empty() ? 1 : before.front().number + 1,
                      .sha256 = crypto::sha256_hex(text),
                      .source = version.source,
                      .is_shipped = version.is_shipped,
                      .made_by = version.made_by,
                      .made_at = version.made_at,
                      .version = 1};
    TRY(m_transaction.change_one(sql::insert_version, draft.id, form, draft.number, text,
                                 draft.sha256, draft.source, draft.is_shipped, draft.made_by,
                                 draft.made_at));
    return draft;
}

Result<void> FormStore::save_draft(const FormVersion& draft, const Definition& definition)
{
    const auto text = TRY(content_of(definition));
    return m_transaction.change_one(sql::save_draft, draft.id, draft.version, text,
                                    crypto::sha256_hex(text));
}

Result<void> FormStore::into_force(const FormVersion& draft, const Definition& definition,
                                   Date from)
{
    const auto text = TRY(content_of(definition));
    return m_transaction.change_one(sql::version_into_force, draft.id, draft.version, text,
                                    crypto::sha256_hex(text), from);
}

Result<void> FormStore::replace(const FormVersion& version, Date last_day)
{
    return m_transaction.change_one(sql::replace_version, version.id, version.version, last_day);
}

Result<void> FormStore::discard(const FormVersion& draft)
{
    return m_transaction.change_one(sql::discard_version, draft.id, draft.version);
}

Result<std::string> content_of(const Definition& definition)
{
    return json::canonical(to_json(definition));
}

}  // namespace caicach::report
