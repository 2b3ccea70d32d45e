#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "notification/templates/template.hpp"

namespace caicach::notification
{

/// What an administrator may change of a template.
struct TemplateText {
    std::string subject{};
    std::string body{};
    bool strips_marks{};
    std::string provider_template{};
};

/// A text that held from a day on.
struct TemplateVersion {
    std::int64_t version{};
    TemplateText text{};
    AccountId author{};  ///< 0: the program
    Instant at{};
};

/// As it holds now: the latest version, or what the program brings. not_found
/// "notification.template.unknown".
[[nodiscard]] Result<Template> current_template(database::Transaction& transaction,
                                                std::string_view key, Channel channel);

/// The latest first; without version 0.
[[nodiscard]] Result<std::vector<TemplateVersion>> template_versions(
    database::Transaction& transaction, std::string_view key, Channel channel);

/// A new version, audited; what is said already stays the same version. `before` is the version
/// that the author saw: conflict "notification.template.changed". invalid
/// "notification.template.{empty,too_long,variable_unknown}" with the field.
[[nodiscard]] Result<void> save_template(Context& context, database::Transaction& transaction,
                                         const Template& before, const TemplateText& text);

}  // namespace caicach::notification
