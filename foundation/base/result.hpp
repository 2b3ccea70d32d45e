#pragma once
#include <string>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>
#include <vector>

namespace caicach
{

/// What kind of "no" an operation answered. Pages and the API turn each into one status.
enum class Failure {
    invalid,          ///< the input is wrong; `field` says where (422)
    not_found,        ///< there is no such thing, or not for you (404)
    forbidden,        ///< signed in, but not allowed (403)
    unauthenticated,  ///< sign in first (401, or the sign-in page)
    conflict,         ///< somebody else was quicker, or the state forbids it (409)
    too_large,        ///< beyond a stated limit (413)
    unsupported,      ///< a format we do not read (415)
    unavailable,      ///< try again later (503)
    internal,         ///< our fault or the machine's; logged where it stops (500)
};

/// An expected failure. `key` names the message in the catalogues ("plan.item.title_missing"),
/// `field` the form field, `arguments` fill the message's {0}, {1} …; `detail` is for the log,
/// never for a page.
struct Error {
    Failure kind{Failure::internal};
    std::string key{};
    std::string field{};
    std::vector<std::string> arguments{};
    std::string detail{};
};

template <class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Failure kind, std::string key,
                                                   std::string field = {},
                                                   std::vector<std::string> arguments = {})
{
    return tl::unexpected<Error>(
        Error{kind, std::move(key), std::move(field), std::move(arguments), {}});
}

/// For what no person can mend: `detail` goes to the log, the page says that it was noted.
[[nodiscard]] inline tl::unexpected<Error> internal_failure(std::string detail)
{
    return tl::unexpected<Error>(
        Error{Failure::internal, "base.internal", {}, {}, std::move(detail)});
}

/// What TRY and MUST hand on: the value of a Result that has one; nothing for Result<void>.
template <class ResultType>
auto take_value(ResultType&& result)
{
    using T = typename std::remove_cvref_t<ResultType>::value_type;
    if constexpr (!std::is_void_v<T>) return T(*std::forward<ResultType>(result));
}

[[noreturn]] void verification_failed(const char* expression, const char* file, int line);
[[noreturn]] void must_failed(const Error& error, const char* file, int line);

}  // namespace caicach

/// The value of a Result, or return its error from here. Stands alone or right after `=` or
/// `return` (g++ 12 leaks half-built aggregates otherwise; checked).
#define TRY(...)                                                                     \
    __extension__({                                                                  \
        auto&& try_result_ = (__VA_ARGS__);                                          \
        if (!try_result_) [[unlikely]]                                               \
            return tl::unexpected<::caicach::Error>(std::move(try_result_).error()); \
        ::caicach::take_value(std::move(try_result_));                               \
    })

/// The value of a Result that cannot fail here; a failure is a broken invariant and ends the
/// process.
#define MUST(...)                                                             \
    __extension__({                                                           \
        auto&& must_result_ = (__VA_ARGS__);                                  \
        if (!must_result_) [[unlikely]]                                       \
            ::caicach::must_failed(must_result_.error(), __FILE__, __LINE__); \
        ::caicach::take_value(std::move(must_result_));                       \
    })

/// A broken invariant ends the process, in release too: better down than wrong.
#define VERIFY(...)                                                           \
    do {                                                                      \
        if (!(__VA_ARGS__)) [[unlikely]]                                      \
            ::caicach::verification_failed(#__VA_ARGS__, __FILE__, __LINE__); \
    } while (false)
