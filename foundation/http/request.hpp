#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "http/headers.hpp"
#include "http/temporary_file.hpp"

namespace caicach::http
{

enum class Method { get, head, post, put, patch, delete_, options };

[[nodiscard]] std::string_view to_text(Method method);  ///< "GET"
[[nodiscard]] std::optional<Method> method_from(std::string_view text);

/// A named value of a query, of a form or of the path.
struct Field {
    std::string name{};
    std::string value{};
};

/// A file that came with a multipart form, written to a temporary file while it arrived. The file
/// is removed when the request ends: copy or rename it to keep it.
struct UploadedFile {
    std::string field{};
    std::string client_name{};  ///< as the browser named it, without folders; may be empty
    std::string type{};         ///< as the browser claims it; never trust it
    std::int64_t size{};        ///< bytes
    std::string sha256{};       ///< 64 hexadecimal digits
    TemporaryFile content{};    ///< content.path()
};

/// What a request is made of, before its target is taken apart. Tests fill it by hand.
struct RequestParts {
    Method method{Method::get};
    std::string target{"/"};  ///< "/ke-hoach?trang=2", as on the request line
    Headers headers{};        ///< names in lower case
    std::vector<Field> form{};
    std::vector<UploadedFile> files{};
    std::string body{};  ///< of requests that are not forms, for example JSON
    std::string remote_address{"127.0.0.1"};
    std::string request_id{};
    bool is_secure{};  ///< came over TLS, as a trusted proxy says
};

/// Bounds of a number in a form.
struct IntegerRange {
    std::int64_t lowest{std::numeric_limits<std::int64_t>::min()};
    std::int64_t highest{std::numeric_limits<std::int64_t>::max()};
};

inline constexpr std::size_t line_length_max = 500;          ///< characters of a one-line field
inline constexpr std::size_t paragraphs_length_max = 20000;  ///< characters of a text area

/// A request as handlers see it. What people typed is cleaned before it is handed out (NFC, no
/// control characters, no blanks around), bounded, and refused with the name of its field.
///
/// "Field" means a field of the form, for GET and HEAD a field of the query.
class Request
{
public:
    /// `http.target.invalid` where the target is not a path that could name a page.
    [[nodiscard]] static Result<Request> create(RequestParts parts);

    [[nodiscard]] Method method() const { return m_parts.method; }
    /// Decoded and NFC: "/ke-hoach/chuyển-đổi-số".
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Path and query as they came; for links back to this page.
    [[nodiscard]] const std::string& target() const { return m_parts.target; }
    /// Empty where there is none; `name` in lower case.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    [[nodiscard]] const Headers& headers() const { return m_parts.headers; }
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    [[nodiscard]] const std::string& body() const { return m_parts.body; }
    [[nodiscard]] const std::string& remote_address() const { return m_parts.remote_address; }
    [[nodiscard]] const std::string& request_id() const { return m_parts.request_id; }
    [[nodiscard]] bool is_secure() const { return m_parts.is_secure; }
    [[nodiscard]] bool is_htmx() const { return header("hx-request") == "true"; }
    /// Below /api: errors answer problem+json, not a page.
    [[nodiscard]] bool is_api() const { return m_path.starts_with("/api/"); }

    /// A part of the path: `request.path<PlanId>("plan")`, `path<std::string>("slug")`. What does
    /// not read as its type answers not_found: such a page cannot exist.
    template <class Type>
    [[nodiscard]] Result<Type> path(std::string_view name) const;

    /// One line, required. Limits are in characters.
    [[nodiscard]] Result<std::string> text(std::string_view field,
                                           std::size_t length_max = line_length_max) const;
    /// Nothing where the field is absent or blank.
    [[nodiscard]] Result<std::optional<std::string>> maybe_text(
        std::string_view field, std::size_t length_max = line_length_max) const;
    /// Of a text area: line breaks are kept, as '\n'. Empty where absent.
    [[nodiscard]] Result<std::string> paragraphs(
        std::string_view field, std::size_t length_max = paragraphs_length_max) const;
    /// All values of a field that may come several times (checkboxes), blank ones left out.
    [[nodiscard]] Result<std::vector<std::string>> texts(
        std::string_view field, std::size_t length_max = line_length_max) const;
    [[nodiscard]] Result<std::int64_t> integer(std::string_view field,
                                               IntegerRange range = {}) const;
    [[nodiscard]] Result<std::optional<std::int64_t>> maybe_integer(std::string_view field,
                                                                    IntegerRange range = {}) const;
    /// "2024-09-30" (as a date control sends it) or "30/09/2024".
    [[nodiscard]] Result<Date> date(std::string_view field) const;
    [[nodiscard]] Result<std::optional<Date>> maybe_date(std::string_view field) const;
    /// A checkbox: there, or not.
    [[nodiscard]] bool checked(std::string_view field) const { return has(field); }
    [[nodiscard]] bool has(std::string_view field) const;
    /// An id that one of our own pages put into a form; what is not one answers invalid.
    template <class IdType>
    [[nodiscard]] Result<IdType> id(std::string_view field) const;
    /// As it came, not cleaned: for tokens and for filling a form back in. Empty where absent.
    [[nodiscard]] std::string_view raw(std::string_view field) const;
    /// A field of the query, whatever the method.
    [[nodiscard]] std::optional<std::string_view> query(std::string_view name) const;

    /// `http.file.missing` where none was chosen.
    [[nodiscard]] Result<const UploadedFile*> file(std::string_view field) const;
    [[nodiscard]] const std::vector<UploadedFile>& files() const { return m_parts.files; }

    /// All fields as they came; see `raw`.
    [[nodiscard]] const std::vector<Field>& fields() const;

    /// For the router.
    void set_path_parameters(std::vector<Field> parameters);

private:
    Request() = default;

    [[nodiscard]] Result<std::int64_t> path_integer(std::string_view name) const;
    [[nodiscard]] Result<std::string> path_text(std::string_view name) const;

    RequestParts m_parts;
    std::string m_path;
    std::vector<Field> m_query;
    std::vector<Field> m_cookies;
    std::vector<Field> m_path_parameters;
};

template <class Type>
Result<Type> Request::path(std::string_view name) const
{
    if constexpr (std::is_same_v<Type, std::string>) {
        return path_text(name);
    } else if constexpr (std::is_integral_v<Type>) {
        const auto value = TRY(path_integer(name));
        if (value < std::numeric_limits<Type>::min() || value > std::numeric_limits<Type>::max())
            return failure(Failure::not_found, "http.not_found");
        return static_cast<Type>(value);
    } else {
        const auto value = TRY(path_integer(name));
        return Type{value};
    }
}

template <class IdType>
Result<IdType> Request::id(std::string_view field) const
{
    const auto value = TRY(integer(field, {.lowest = 1}));
    return IdType{value};
}

}  // namespace caicach::http
