<?php
/**
 * Runs the plugin on a site that is described on standard input, as JSON: its state, and the content of a post. Prints as JSON what the
 * plugin makes of it.
 */

error_reporting( E_ALL );
set_error_handler(
	function ( $level, $message, $file, $line ) {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);

$site = json_decode( stream_get_contents( STDIN ), true ) + array(
	'locale'     => 'de_DE',
	'theme'      => 'block',
	'singular'   => true,
	'feed'       => false,
	'loop'       => true,
	'password'   => false,
	'options'    => array(),
	'content'    => '',
	'sent'       => array(),
	'theme_code' => '',
);

require __DIR__ . '/stand-ins.php';
require dirname( __DIR__, 2 ) . '/output/wordpress/vorleser/vorleser.php';

// What the functions.php of a theme has.
eval( $site['theme_code'] );
do_action( 'init' );
do_action( 'admin_init' );
do_action( 'wp_enqueue_scripts' );
$content = apply_filters( 'the_content', $site['content'] );
ob_start();
$fields['vorleser_post_types']['callback']();
$field = ob_get_clean();
$notices = '';
foreach ( array( 'activate_vorleser/vorleser.php', 'admin_notices', 'admin_notices' ) as $action ) {
	ob_start();
	do_action( $action );
	$notices .= ob_get_clean();
}
$kept  = $settings['vorleser_post_types']['sanitize_callback']( $site['sent'] );
$links = apply_filters( 'plugin_action_links_vorleser/vorleser.php', array( 'deactivate' => '<a>Deaktivieren</a>' ) );
echo json_encode( compact( 'content', 'links', 'notices', 'field', 'kept', 'enqueued', 'modules', 'scripts', 'styles', 'blocks', 'fields' ) );
