#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// A number, or so many times the value of an indicator.
struct Term {
    std::int64_t factor{};  ///< in ten-thousandths; below 0 what is taken away
    std::string key{};      ///< of an indicator; empty: a number by itself

    friend bool operator==(const Term&, const Term&) = default;
};

/// One side of a rule: terms added up. There is no division, so that nothing is divided by zero,
/// and no product of two indicators.
using Expression = std::vector<Term>;

/// "tthc.dung_han + tthc.qua_han - 0,5 * tthc.tong + 10": keys of small letters, digits, dots and
/// underscores, numbers as people write them. invalid "report.form.expression" with the place
/// (from 1) where reading stopped.
[[nodiscard]] Result<Expression> parse_expression(std::string_view text);
/// What parse_expression reads as the same.
[[nodiscard]] std::string text_of(const Expression& expression);

/// The value of an indicator in ten-thousandths; nothing where it has none.
using ValueOf = std::function<std::optional<std::int64_t>(std::string_view key)>;
/// Whether the rule is kept, exactly. Nothing while a value that it needs is missing; a side that
/// cannot be kept in 128 bits is no number that people typed, and breaks it.
[[nodiscard]] std::optional<bool> is_kept(const Expression& left, Comparison comparison,
                                          const Expression& right, const ValueOf& value_of);

}  // namespace caicach::report
