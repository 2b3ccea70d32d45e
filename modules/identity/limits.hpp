#pragma once
#include <cstddef>
#include <cstdint>

/// What identity bounds. The times become dated configuration with the next issue.
namespace caicach::identity::limits
{

inline constexpr std::size_t name_length_max = 120;       ///< characters
inline constexpr std::size_t user_name_length_max = 120;  ///< characters
/// ASVS 5.0, 6.2.1 and 6.2.9: at least eight, at least 64 allowed; fifteen are advised.
inline constexpr std::size_t password_length_min = 8;
inline constexpr std::size_t password_length_max = 200;
inline constexpr std::size_t context_word_length_min = 3;
/// ASVS 5.0, V7: staff are signed out after half an hour alone and after twelve hours in all.
inline constexpr std::int64_t session_idle_seconds = 30 * 60;
inline constexpr std::int64_t session_absolute_seconds = 12 * 60 * 60;
/// A page a second must not become a write a second.
inline constexpr std::int64_t session_touch_seconds = 60;
/// Browsers of one person at once; the one seen longest ago gives way.
inline constexpr int sessions_per_account_max = 10;
/// After as many failed sign-ins as the settings allow (`limits.sign_in_account`) each doubles the
/// wait; never for ever.
inline constexpr std::int64_t delay_seconds_first = 30;
inline constexpr std::int64_t delay_seconds_max = 60 * 60;
/// Addresses and user names remembered at once: some megabytes.
inline constexpr std::size_t counters_max = 50'000;
/// A slip of paper travels some days; the command's link does not leave the screen.
inline constexpr std::int64_t invitation_seconds = 7 * 24 * 60 * 60;
inline constexpr std::int64_t first_invitation_seconds = 24 * 60 * 60;
/// A mail server that asks to come later is asked again after half an hour (RFC 5321, 4.5.4.1);
/// what goes by e-mail must not hold longer than a day (NIST SP 800-63A, codes to an address of
/// record).
inline constexpr std::int64_t reset_seconds = 60 * 60;
/// News of a new password is of use for some days.
inline constexpr std::int64_t notice_seconds = 3 * 24 * 60 * 60;
/// Names whose letters are counted at once, 24 bytes each.
inline constexpr std::size_t reset_names_max = 8192;
/// Between password and code: time to take out a telephone, or to set one up (ASVS 5.0, 6.5.5).
inline constexpr std::int64_t second_step_seconds = 10 * 60;
/// Then the password is asked again; failures count for the account besides, as those of passwords.
inline constexpr int second_step_tries_max = 5;
inline constexpr int recovery_codes = 10;
inline constexpr std::size_t recovery_code_length = 24;  ///< without its hyphens
/// Of a code as typed, with blanks and hyphens: anything longer is none.
inline constexpr std::size_t typed_code_length_max = 60;
inline constexpr std::size_t return_path_length_max = 500;
inline constexpr int accounts_max = 20'000;
inline constexpr int colleagues_max = 2'000;  ///< of one agency, to choose from
inline constexpr int role_holders_max = 500;  ///< of one role on one branch, to be told
inline constexpr std::size_t accounts_per_page = 50;
inline constexpr int grants_per_account_max = 100;
/// Twenty years of five thousand agencies would be more; a province has some hundreds.
inline constexpr int headcounts_max = 200'000;
inline constexpr std::int64_t people_max = 1'000'000;
/// Lines of one file of numbers.
inline constexpr std::size_t headcount_lines_max = 10'000;
/// Of one agency, the ended ones included.
inline constexpr int signers_max = 200;
/// A career in one province; more is a slip.
inline constexpr int posts_per_account_max = 50;
inline constexpr std::size_t title_length_max = 120;  ///< characters
/// Nghị định 30/2020/NĐ-CP, Điều 13: authority is handed over for a limited time. A year at most;
/// who needs longer needs the role.
inline constexpr int delegation_days_max = 366;
inline constexpr std::size_t document_length_max = 300;  ///< characters
/// Of one person, given and received, the ended ones included; the newest are shown.
inline constexpr int delegations_shown_max = 200;
inline constexpr std::size_t session_handle_length = 16;
inline constexpr std::int64_t sample_link_seconds = 12 * 60 * 60;
inline constexpr int sample_links_max = 20;
/// Grants and agencies are held in memory: a province has some thousands of each.
inline constexpr int grants_max = 100'000;
inline constexpr int posts_max = 100'000;
inline constexpr int delegations_max = 20'000;
inline constexpr int tree_rows_max = 20'000;
/// Ward, province, and some to spare; a ring of parents by mistake ends all the same.
inline constexpr int tree_depth_max = 8;
/// Signing in at a provider. OpenID Connect names no time; ten minutes are what ASVS 5.0, 6.5.5,
/// allows what proves a person over another channel.
inline constexpr std::int64_t oidc_attempt_seconds = 10 * 60;
/// How far the provider's clock may differ from ours.
inline constexpr std::int64_t oidc_clock_tolerance_seconds = 60;
/// What the provider says of itself is believed for an hour; a key that we do not know is looked
/// for once a minute at most.
inline constexpr std::int64_t oidc_document_seconds = 60 * 60;
inline constexpr std::int64_t oidc_keys_again_seconds = 60;
/// A provider that failed is left alone for so long: a slow one must not hold the lane of costly
/// requests, where passwords are computed, too.
inline constexpr std::int64_t oidc_rest_seconds = 15;
inline constexpr std::size_t oidc_document_bytes_max = 256UL * 1024;
inline constexpr std::size_t oidc_keys_max = 50;
inline constexpr std::size_t oidc_token_bytes_max = 16UL * 1024;
inline constexpr std::size_t oidc_code_length_max = 2'000;
inline constexpr std::size_t oidc_url_length_max = 2'000;
/// OpenID Connect Core 1.0, 2: at most 255 ASCII characters.
inline constexpr std::size_t oidc_subject_length_max = 255;
inline constexpr int oidc_links_per_account_max = 20;  ///< one for each issuer there ever was
inline constexpr std::size_t oidc_cookie_length_max = 800;
inline constexpr std::int64_t oidc_seconds_max = 1'000'000'000'000;
inline constexpr std::size_t secret_bytes = 32;
/// 32 bytes as base64url: anything longer in a cookie or a path is not ours.
inline constexpr std::size_t token_length = 43;

inline constexpr std::size_t agency_typed_max = 300;  ///< characters of a code or a name

/// Tokens of the API: so many that work of one account; so many days at most, and by default.
inline constexpr std::int64_t tokens_per_account_max = 20;
inline constexpr int token_days_max = 365;
inline constexpr int token_days_default = 90;
inline constexpr std::size_t token_name_length_max = 80;        ///< characters
inline constexpr std::size_t token_networks_length_max = 2000;  ///< characters, as typed
inline constexpr std::size_t token_networks_max = 20;
inline constexpr int tokens_shown_max = 100;  ///< of one account, with those that are over
inline constexpr int tokens_max = 5'000;
inline constexpr int signers_in_download_max = 500;

}  // namespace caicach::identity::limits
