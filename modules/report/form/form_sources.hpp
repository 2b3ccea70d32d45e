#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/api.hpp"
#include "manifest/context.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// A number that the program knows: added up from facts, or told by whoever keeps it.
struct KnownFigure {
    std::string text{};
    bool is_told{};
    bool is_ratio{};  ///< told in two numbers
};

/// All that the computed parts of forms may be drawn from.
struct FormSources {
    std::map<std::string, KnownFigure, std::less<>> figures{};
    std::vector<evidence::ToldTable> tables{};

    /// Nothing where there is none of that key.
    [[nodiscard]] const KnownFigure* figure(std::string_view key) const;
    [[nodiscard]] const evidence::ToldTable* table(std::string_view key) const;
    /// Whether a column is filled in from the told table.
    [[nodiscard]] bool is_told(const FormTable& table, const FormColumn& column) const;
};
[[nodiscard]] Result<FormSources> form_sources(Context& context,
                                               database::Transaction& transaction);

/// What a form asks for and the program does not have, each with its JSON pointer:
/// "report.form.{unknown_figure,denominator,told_ratio,unknown_table,told_columns}".
[[nodiscard]] std::vector<Error> source_faults(const Definition& definition,
                                               const FormSources& sources);

}  // namespace caicach::report
