#include "report/form/expression.hpp"

#include <utility>

#include "report/amount.hpp"
#include "report/form/form_key.hpp"
#include "report/limits.hpp"

namespace caicach::report
{
namespace
{

constexpr int decimals_max = 4;

/// Long enough for the product of two amounts.
__extension__ using Wide = __int128;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Parser
{
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    Result<Expression> read()
    {
        Expression expression;
        if (m_text.size() > limits::expression_bytes_max) return wrong();
        do {
            skip_blanks();
            if (expression.size() >= limits::expression_terms_max) return wrong();
            const bool is_taken_away = take('-');
            if (!is_taken_away && !expression.empty() && !take('+')) return wrong();
            auto term = TRY(read_term());
            if (is_taken_away) term.factor = -term.factor;
            expression.push_back(std::move(term));
            skip_blanks();
        } while (m_at < m_text.size());
        return expression;
    }

private:
    Result<Term> read_term()
    {
        skip_blanks();
        if (!is_at_number()) {
            Term term{.factor = ten_thousandths_of_one, .key = read_key()};
            if (term.key.empty()) return wrong();
            if (take_after_blanks('*')) {
                skip_blanks();
                term.factor = TRY(read_number());
            }
            return term;
        }
        Term term;
        term.factor = TRY(read_number());
        if (take_after_blanks('*')) {
            skip_blanks();
            term.key = read_key();
            if (term.key.empty()) return wrong();
        }
        return term;
    }

    std::string read_key()
    {
        const auto from = m_at;
        while (m_at < m_text.size() && is_key_letter(m_text[m_at])) ++m_at;
        const auto key = m_text.substr(from, m_at - from);
        if (is_form_key(key)) return std::string{key};
        m_at = from;
        return {};
    }

    Result<std::int64_t> read_number()
    {
        const auto from = m_at;
        while (is_at_number() || (m_at > from && (is_at('.') || is_at(',')))) ++m_at;
        const auto number = ten_thousandths(m_text.substr(from, m_at - from), decimals_max);
        if (number) return *number;
        m_at = from;
        return wrong();
    }

    [[nodiscard]] bool is_at(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    [[nodiscard]] bool is_at_number() const
    {
        return m_at < m_text.size() && is_digit(m_text[m_at]);
    }

    bool take(char c)
    {
        if (!is_at(c)) return false;
        ++m_at;
        return true;
    }

    bool take_after_blanks(char c)
    {
        const auto from = m_at;
        skip_blanks();
        if (take(c)) return true;
        m_at = from;
        return false;
    }

    void skip_blanks()
    {
        while (is_at(' ')) ++m_at;
    }

    [[nodiscard]] tl::unexpected<Error> wrong() const
    {
        return failure(Failure::invalid, "report.form.expression", {}, {std::to_string(m_at + 1)});
    }

    std::string_view m_text;
    std::size_t m_at{};
};

/// Nothing where a value is missing; `fits` becomes false where 128 bits are too few.
std::optional<Wide> sum_of(const Expression& expression, const ValueOf& value_of, bool& fits)
{
    Wide sum{};
    for (const auto& term : expression) {
        const auto value =
            term.key.empty() ? std::optional{ten_thousandths_of_one} : value_of(term.key);
        if (!value) return {};
        Wide product{};
        if (__builtin_mul_overflow(Wide{term.factor}, Wide{*value}, &product) ||
            __builtin_add_overflow(sum, product, &sum))
            fits = false;
    }
    return sum;
}

}  // namespace

Result<Expression> parse_expression(std::string_view text) { return Parser{text}.read(); }

std::string text_of(const Expression& expression)
{
    std::string out;
    for (const auto& term : expression) {
        const bool is_negative = term.factor < 0;
        if (!out.empty())
            out += is_negative ? " - " : " + ";
        else if (is_negative)
            out += "- ";
        const auto number = shown(is_negative ? -term.factor : term.factor);
        if (term.key.empty())
            out += number;
        else if (term.factor == ten_thousandths_of_one || term.factor == -ten_thousandths_of_one)
            out += term.key;
        else
            out += number + " * " + term.key;
    }
    return out;
}

std::optional<bool> is_kept(const Expression& left, Comparison comparison, const Expression& right,
                            const ValueOf& value_of)
{
    bool fits = true;
    const auto one = sum_of(left, value_of, fits);
    const auto other = sum_of(right, value_of, fits);
    if (!one || !other) return {};
    if (!fits) return false;
    switch (comparison) {
        case Comparison::equal:
            return *one == *other;
        case Comparison::not_more:
            return *one <= *other;
        case Comparison::not_less:
            return *one >= *other;
    }
    return false;
}

}  // namespace caicach::report
