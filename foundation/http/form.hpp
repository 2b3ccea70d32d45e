#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "http/request.hpp"

namespace caicach::http
{

/// A form as its page shows it: what was typed, and what is wrong with it. Comes back filled.
///
///     Form form{request};
///     const auto title = form.take(request.text("title"));
///     const auto due = form.take(request.maybe_date("due"));
///     if (form.has_errors()) return page(edit_page(form), 422);
class Form
{
public:
    /// Empty, for the first visit; fill it with `set`.
    Form() = default;
    /// With all that was sent, files aside.
    explicit Form(const Request& request);

    /// The value, or its empty likeness with the error noted: so that one answer names all errors.
    template <class Type>
    Type take(Result<Type> result)
    {
        if (result) return std::move(*result);
        add(std::move(result).error());
        return Type{};
    }
    /// Notes an error of a field, or, where it has none, of the whole form.
    void add(Error error) { m_errors.push_back(std::move(error)); }
    void set(std::string_view field, std::string value);

    /// All that is filled in.
    [[nodiscard]] const std::vector<Field>& values() const { return m_values; }
    /// What to show in the field; empty where nothing was typed.
    [[nodiscard]] std::string_view value(std::string_view field) const;
    /// Whether a checkbox or radio of that value was chosen.
    [[nodiscard]] bool has(std::string_view field, std::string_view value) const;
    [[nodiscard]] bool has_errors() const { return !m_errors.empty(); }
    [[nodiscard]] const std::vector<Error>& errors() const { return m_errors; }
    /// The first error of the field, or none.
    [[nodiscard]] const Error* error_of(std::string_view field) const;

private:
    std::vector<Field> m_values;
    std::vector<Error> m_errors;
};

}  // namespace caicach::http
