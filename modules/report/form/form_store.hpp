#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/actor.hpp"
#include "organisation/api.hpp"
#include "report/form/definition.hpp"
#include "report/ids.hpp"

namespace caicach::report
{

/// What is reported; endures through its versions.
struct Form {
    FormId id{};
    std::string code{};  ///< public
    std::string key{};   ///< "par_quarter", for ever
    std::string title{};
    organisation::AgencyId owner{};  ///< none while it is a suggestion that nobody took over
    bool is_ad_hoc{};
    std::int64_t version{};
};

enum class VersionState { draft, in_force, replaced, discarded };

/// One content of a form, which never changes once it was in force.
struct FormVersion {
    FormVersionId id{};
    FormId form{};
    int number{};
    VersionState state{VersionState::draft};
    std::string sha256{};  ///< of its content, which is canonical JSON
    std::optional<Date> valid_from{};
    std::optional<Date> valid_to{};
    std::string source{};  ///< where it came from, for people
    bool is_shipped{};     ///< came with the program
    AccountId made_by{};   ///< 0: the program, or somebody who was forgotten
    Instant made_at{};
    std::int64_t version{};
};

struct NewVersion {
    std::string source{};
    bool is_shipped{};
    AccountId made_by{};
    Instant made_at{};
};

/// Forms and their versions as rows. not_found "report.form.not_found"; conflict
/// "base.changed_meanwhile" where somebody was quicker.
class FormStore
{
public:
    explicit FormStore(database::Transaction& transaction) : m_transaction(transaction) {}

    static constexpr std::int64_t forms_max = 500;
    static constexpr std::int64_t versions_max = 200;  ///< of a form, shown

    /// In Vietnamese order of their titles.
    [[nodiscard]] Result<std::vector<Form>> all();
    [[nodiscard]] Result<Form> find(std::string_view code);
    [[nodiscard]] Result<Form> by_id(FormId id);
    [[nodiscard]] Result<std::optional<Form>> by_key(std::string_view key);
    /// What was made of a form that nobody had.
    [[nodiscard]] Result<Form> insert(const Definition& definition, organisation::AgencyId owner,
                                      Instant now);
    [[nodiscard]] Result<void> save(const Form& form);

    /// The latest first.
    [[nodiscard]] Result<std::vector<FormVersion>> versions(FormId form);
    /// Of all forms those in force, and the drafts.
    [[nodiscard]] Result<std::vector<FormVersion>> standing();
    [[nodiscard]] Result<FormVersion> version(FormId form, int number);
    [[nodiscard]] Result<FormVersion> version(FormVersionId id);
    [[nodiscard]] Result<std::optional<FormVersion>> last_shipped(FormId form);
    /// As it is kept: canonical JSON.
    [[nodiscard]] Result<std::string> content(FormVersionId version);
    [[nodiscard]] Result<Definition> definition(FormVersionId version);

    /// As a draft behind the form's other versions. conflict "base.already_exists" where it has a
    /// draft.
    [[nodiscard]] Result<FormVersion> insert_draft(FormId form, const Definition& definition,
                                                   const NewVersion& version);
    [[nodiscard]] Result<void> save_draft(const FormVersion& draft, const Definition& definition);
    [[nodiscard]] Result<void> into_force(const FormVersion& draft, const Definition& definition,
                                          Date from);
    [[nodiscard]] Result<void> replace(const FormVersion& version, Date last_day);
    [[nodiscard]] Result<void> discard(const FormVersion& draft);

private:
    database::Transaction& m_transaction;
};

/// The text that is kept and hashed.
[[nodiscard]] Result<std::string> content_of(const Definition& definition);

}  // namespace caicach::report
