#include "core/math.hpp"

#include <sleef.h>

#include <bit>

/// Sine and cosine of two numbers at once. Contours of surfaces with waves ask for little else, and
/// this takes less than half of SLEEF's time; only IEEE operations in a fixed order, so the bits
/// are the same on every processor.
namespace thalweg {

namespace {

/// Two numbers in one register; operators work on both at once. (Of the compiler: where the
/// processor has no such registers it is two numbers still, with the same results.)
using Lanes = double __attribute__((vector_size(16)));
using Words = long long __attribute__((vector_size(16)));

constexpr Lanes each(double v)
{
    return Lanes{v, v};
}

/// A polynomial in z, lowest power first.
template <class... Rest>
Lanes polynomial(Lanes z, double lowest, Rest... rest)
{
    if constexpr (sizeof...(rest) == 0)
        return each(lowest);
    else
        return each(lowest) + z * polynomial(z, rest...);
}

Lanes with_sign(Lanes v, Words sign_bit)
{
    return std::bit_cast<Lanes>(std::bit_cast<Words>(v) ^ sign_bit);
}

// π/2 in three parts. A whole number below 2^13 times one of the first two, of 40 bits, is exact.
constexpr double kHalfPi1 = 0x1.921fb54442p0;
constexpr double kHalfPi2 = 0x1.a308d3131ap-41;
constexpr double kHalfPi3 = -0x1.d747f23e32ed7p-83;
constexpr double kLargest = 8192;
// Added to a small number it leaves the nearest whole number in the lowest bits.
constexpr double kRounder = 0x1.8p52;

/// For angles up to kLargest: the rest beside the nearest quarter turn, as the sum of two numbers,
/// then minimax polynomials (by Sollya's fpminimax, to 2^-56) on [-π/4, π/4], where the leading
/// terms are added last and with what their sum rounds off.
SineCosine<Lanes> small_sincos(Lanes x)
{
    const Lanes shifted = x * each(0x1.45f306dc9c883p-1) + each(kRounder);
    const Lanes turns = shifted - each(kRounder);
    const Lanes near = x - turns * each(kHalfPi1); // exact
    const Lanes part = turns * each(kHalfPi2), nearer = near - part;
    const Lanes lost = turns * each(kHalfPi3) - ((near - nearer) - part);
    const Lanes r = nearer - lost, tail = (nearer - r) - lost;

    const Lanes z = r * r, cubed = z * r;
    const Lanes sine_terms = polynomial(z, 0x1.1111111110c83p-7, -0x1.a01a019ea134dp-13,
        0x1.71de37b1d3398p-19, -0x1.ae60210e407fap-26, 0x1.5e119388216afp-33);
    const Lanes sine = r
        - ((z * (each(0.5) * tail - cubed * sine_terms) - tail)
            - cubed * each(-0x1.5555555555555p-3));
    const Lanes cosine_terms
        = polynomial(z, 0x1.5555555555555p-5, -0x1.6c16c16c168ccp-10, 0x1.a01a019f38b18p-16,
            -0x1.27e4fa0371482p-22, 0x1.1eeb585601c4bp-29, -0x1.9073d8c03ad1p-37);
    const Lanes half = each(0.5) * z, sum = each(1) - half;
    const Lanes cosine = sum + (((each(1) - sum) - half) + (z * (z * cosine_terms) - r * tail));

    const Words quarter = std::bit_cast<Words>(shifted);
    const Words odd = -(quarter & 1);
    const Words s = std::bit_cast<Words>(sine), c = std::bit_cast<Words>(cosine);
    return {with_sign(std::bit_cast<Lanes>((s & ~odd) | (c & odd)), (quarter & 2) << 62),
        with_sign(std::bit_cast<Lanes>((c & ~odd) | (s & odd)), ((quarter + 1) & 2) << 62)};
}

bool is_small(double x)
{
    return std::abs(x) <= kLargest;
}

} // namespace

SineCosine<Ends> sincos(Ends x)
{
    if (is_small(x.a) && is_small(x.b)) {
        const auto [sine, cosine] = small_sincos(Lanes{x.a, x.b});
        return {{sine[0], sine[1]}, {cosine[0], cosine[1]}};
    }
    const auto a = sincos(x.a), b = sincos(x.b);
    return {{a.sine, b.sine}, {a.cosine, b.cosine}};
}

SineCosine<double> sincos(double x)
{
    if (is_small(x)) {
        const auto [sine, cosine] = small_sincos(each(x));
        return {sine[0], cosine[0]};
    }
    const auto far = Sleef_cinz_sincosd1_u10purec(x);
    return {far.x, far.y};
}

double sin(double x)
{
    return sincos(x).sine;
}
double cos(double x)
{
    return sincos(x).cosine;
}
Ends sin(Ends x)
{
    return sincos(x).sine;
}
Ends cos(Ends x)
{
    return sincos(x).cosine;
}

} // namespace thalweg
