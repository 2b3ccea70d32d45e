#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace caicach::json
{

class Value;
using Array = std::vector<Value>;
/// A name and its value. An object is a list of members, so that what we write keeps its order.
using Member = std::pair<std::string, Value>;
using Object = std::vector<Member>;

/// A JSON value: null, boolean, 64-bit integer, double, string, array or object.
class Value
{
public:
    Value() = default;
    ~Value() = default;
    Value(const Value& other);
    Value(Value&& other) noexcept = default;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept = default;
    // A value stands for what it is made of: conversions are the point.
    // NOLINTBEGIN(google-explicit-constructor)
    Value(std::nullptr_t) {}
    Value(bool value) : m_data{value} {}
    Value(int value) : m_data{std::int64_t{value}} {}
    Value(std::int64_t value) : m_data{value} {}
    Value(double value) : m_data{value} {}
    Value(std::string value) : m_data{std::move(value)} {}
    Value(std::string_view value) : m_data{std::string{value}} {}
    Value(const char* value) : m_data{std::string{value}} {}
    Value(Array value) : m_data{std::move(value)} {}
    Value(Object value) : m_data{std::move(value)} {}
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] static Value array() { return Array{}; }
    [[nodiscard]] static Value object() { return Object{}; }

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(m_data); }
    [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(m_data); }
    [[nodiscard]] bool is_string() const { return std::holds_alternative<std::string>(m_data); }
    [[nodiscard]] bool is_number() const
    {
        return std::holds_alternative<std::int64_t>(m_data) ||
               std::holds_alternative<double>(m_data);
    }

    /// Readers for one kind each; a value of another kind answers the fallback, never an error.
    [[nodiscard]] bool as_bool(bool otherwise = false) const;
    [[nodiscard]] std::int64_t as_integer(std::int64_t otherwise = 0) const;
    [[nodiscard]] double as_number(double otherwise = 0) const;
    [[nodiscard]] std::string_view as_string(std::string_view otherwise = {}) const;
    /// The elements of an array; of anything else, none.
    [[nodiscard]] const Array& elements() const;
    /// The members of an object; of anything else, none.
    [[nodiscard]] const Object& members() const;

    /// The member of that name, or null where there is none.
    [[nodiscard]] const Value& operator[](std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

    /// Adds a member at the end, or replaces the one of that name in its place. A null value
    /// becomes an object. Answers *this, to be chained.
    Value& set(std::string_view name, Value value);
    /// Adds an element. A null value becomes an array.
    Value& push(Value value);

    /// Equal when they are written alike, members in the same order.
    friend bool operator==(const Value& one, const Value& other);

private:
    friend void write(std::string& out, const Value& value, bool pretty, std::size_t depth);
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_data{};
};

/// UTF-8 text of `value`; `pretty` breaks lines and indents by two blanks. Bytes that are no UTF-8
/// become U+FFFD.
[[nodiscard]] std::string dump(const Value& value, bool pretty = false);

struct Limits {
    std::size_t bytes = 8 * 1024 * 1024;
    std::size_t depth = 64;
};

/// Strict JSON of one value. Failures: too_large "json.too_large", invalid "json.malformed" (its
/// argument is the byte where reading stopped). Of members with one name the last counts.
[[nodiscard]] Result<Value> parse(std::string_view text, Limits limits = {});

}  // namespace caicach::json
