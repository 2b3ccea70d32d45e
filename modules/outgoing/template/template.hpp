#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "database/transaction.hpp"
#include "organisation/api.hpp"
#include "outgoing/ids.hpp"

namespace caicach::outgoing
{

enum class TemplateState { checked, in_use, ended };
[[nodiscard]] std::string_view text_of(TemplateState state);

/// An agency's own Word file, without faults, that is filled for documents of a kind.
struct Template {
    TemplateId id{};
    std::string code{};  ///< public
    organisation::AgencyId agency{};
    std::string kind{};     ///< key of a DocumentKind
    std::string purpose{};  ///< key of a TemplatePurpose; empty: for all of the kind
    int number{};           ///< among those of the kind
    std::string name{};
    attachment::AttachmentId file{};
    TemplateState state{TemplateState::checked};
    Instant made_at{};
    std::int64_t version{};
};

/// Rows of outgoing_template; one a transaction.
class TemplateStore
{
public:
    explicit TemplateStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// not_found "outgoing.template.not_found".
    [[nodiscard]] Result<Template> find(std::string_view code);
    /// That of the purpose, else the one for all of the kind.
    [[nodiscard]] Result<std::optional<Template>> in_use(organisation::AgencyId agency,
                                                         std::string_view kind,
                                                         std::string_view purpose);
    /// The latest first.
    [[nodiscard]] Result<std::vector<Template>> of_agency(organisation::AgencyId agency);
    [[nodiscard]] Result<void> insert(const Template& added);
    /// To its state; conflict "base.changed_meanwhile".
    [[nodiscard]] Result<void> move(const Template& moved);

private:
    database::Transaction& m_transaction;
};

}  // namespace caicach::outgoing
